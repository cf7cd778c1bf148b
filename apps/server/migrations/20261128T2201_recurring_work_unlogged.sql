-- Work that recurs every second writes its row every second: not worth a wait for the disk. After a crash of the database the table is
-- empty and everything is due, which is what a crash calls for anyway: the work is found by query.
alter table recurring_work set unlogged;
