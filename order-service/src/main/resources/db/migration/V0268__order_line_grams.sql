-- One piece of the line is a weighed pack of so many grams; its stock is kept in grams.
ALTER TABLE order_line ADD COLUMN grams BIGINT NULL;
