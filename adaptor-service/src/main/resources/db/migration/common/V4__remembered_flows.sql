-- Exchanges of declared-benign flows whose sequences there was no room for: one row an upload.
create table remembered_flows (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site uuid not null references site (id),
    content bytea not null
);
create index remembered_flows_of_site on remembered_flows (site);
