-- How many recipients a clerk has seen lately.
CREATE INDEX recipient_look_by_staff ON recipient_look (staff_id, looked_at);
