-- How the amount of a card or a recharge was computed, line by line, as member-service explained it.
ALTER TABLE refund_line ADD COLUMN formula TEXT NULL;
