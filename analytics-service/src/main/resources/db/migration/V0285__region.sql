-- as long as member-service lets it be
ALTER TABLE dim_store MODIFY region VARCHAR(200) NULL;
