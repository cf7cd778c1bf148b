-- A sheet is shown as it was made: jsonb would sort its keys.
alter table import_batches alter column sheet type json using sheet::json;
