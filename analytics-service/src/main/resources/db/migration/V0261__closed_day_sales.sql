-- salesMinor of a closed day means what it means here: all lines but recharges. Days that were told before are put right.
UPDATE fact_day_closed d
SET sales_minor = (SELECT COALESCE(SUM(f.sales_minor), 0) FROM fact_order f
                   WHERE f.store_id = d.store_id AND f.business_date = d.business_date AND NOT f.history),
    refunds_minor = (SELECT COALESCE(SUM(f.refunds_minor), 0) FROM fact_refund f
                     WHERE f.store_id = d.store_id AND f.business_date = d.business_date);
