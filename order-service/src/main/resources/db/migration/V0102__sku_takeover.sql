-- sales taken over from an old till stand on this SKU; it is never sold, listed or changed
INSERT INTO sku (id, code, kind, name, category, unit, list_price_minor, active, version, changed_at)
VALUES (1, 'TAKEOVER', 'GOODS', '历史销售', '历史数据', '件', 0, FALSE, 1, '2026-01-01 00:00:00.000000');
