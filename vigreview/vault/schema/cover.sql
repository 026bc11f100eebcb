alter table sittings add column cover text check (cover in ('pause', 'asleep'))
