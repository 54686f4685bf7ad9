-- The built-in SKU of quick receipts: one fen a piece, so that the quantity is the amount. Never listed or changed.
ALTER TABLE sku DROP CONSTRAINT sku_kind;
ALTER TABLE sku ADD CONSTRAINT sku_kind CHECK (kind IN ('GOODS', 'SERVICE', 'CARD', 'RECHARGE', 'GIFT', 'AMOUNT'));
INSERT INTO sku (id, code, kind, name, category, unit, list_price_minor, active, version, changed_at)
VALUES (2, 'AMOUNT', 'AMOUNT', '快捷收款', '快捷收款', '分', 1, TRUE, 1, '2026-01-01 00:00:00.000000');
