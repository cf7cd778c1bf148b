-- The index by state serves the commit too; this one only cost time when many records came in.
drop index import_items__to_create;
