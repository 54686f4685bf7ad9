-- a cause names its kind and up to three ids: RECHARGE_GIFT:order:line:grant
ALTER TABLE coupon_grant MODIFY cause VARCHAR(96) NOT NULL;
