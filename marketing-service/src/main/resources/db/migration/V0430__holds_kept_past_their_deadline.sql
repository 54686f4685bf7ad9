ALTER TABLE coupon_hold ADD COLUMN due_since DATETIME(6) NULL;
ALTER TABLE promotion_use ADD COLUMN due_since DATETIME(6) NULL;
ALTER TABLE campaign_seat ADD COLUMN due_since DATETIME(6) NULL;
