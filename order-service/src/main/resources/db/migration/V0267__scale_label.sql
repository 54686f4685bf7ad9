-- Labels of scales. pattern: digits are fixed, I item, W weight, P price, X anything, C check digit of all before it.
-- weight_unit: grams of one step of W; price_unit: smallest currency units of one step of P.
CREATE TABLE scale_layout (
    prefix      CHAR(2)     NOT NULL PRIMARY KEY,
    pattern     VARCHAR(18) NOT NULL,
    weight_unit INT         NOT NULL,
    price_unit  INT         NOT NULL,
    CONSTRAINT scale_layout_prefix CHECK (prefix BETWEEN '20' AND '29'),
    CONSTRAINT scale_layout_units CHECK (weight_unit > 0 AND price_unit > 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- scale_code: the number a scale knows the product by; scale_grams: its list price is for so many grams.
ALTER TABLE sku
    ADD COLUMN scale_code  BIGINT NULL,
    ADD COLUMN scale_grams INT    NULL,
    ADD UNIQUE KEY sku_scale_code (scale_code),
    ADD CONSTRAINT sku_scale CHECK ((scale_code IS NULL) = (scale_grams IS NULL) AND (scale_code IS NULL OR (kind = 'GOODS' AND scale_grams > 0)));
