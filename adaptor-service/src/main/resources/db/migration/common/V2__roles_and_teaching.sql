-- Keys have roles, and may be good for some sites only. Keys made before could do everything.
alter table api_key add column role varchar(20) default 'admin' not null;
alter table api_key add column sites varchar(6400);
alter table api_key add column made_by varchar(200) default 'operator' not null;

alter table site add column observer_name varchar(100);
alter table site add column observer_description varchar(500);
alter table site add column second_person boolean default false not null;
alter table site add column maturity varchar(20) default 'generic' not null;
alter table site add column shadow_adaptor bigint;
alter table site add column last_shadow_release bigint default 0 not null;
alter table site add column revision bigint default 0 not null;

-- Files lie here, or in a directory; the same file of a tenant once.
create table artifact (
    tenant varchar(63) not null references tenant (id),
    sha256 varchar(64) not null,
    content bytea not null,
    primary key (tenant, sha256)
);
insert into artifact (tenant, sha256, content)
    select a.tenant, a.sha256, a.content from adaptor a
    where a.id = (select b.id from adaptor b where b.tenant = a.tenant and b.sha256 = a.sha256 order by b.uploaded, b.version limit 1);
alter table adaptor drop column content;
alter table adaptor add column state varchar(20) default 'candidate' not null;
alter table adaptor add column origin varchar(20) default 'uploaded' not null;
alter table adaptor add column verdict varchar(20);
alter table adaptor add column report_card text;
alter table adaptor add column job uuid;
alter table adaptor add column revision bigint default 0 not null;

create table approval (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    adaptor uuid not null references adaptor (id),
    approver varchar(200) not null,
    approved timestamp(6) with time zone not null,
    unique (adaptor, approver)
);

create table adaptor_release (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site uuid not null references site (id),
    role varchar(20) not null,
    number bigint not null,
    adaptor bigint,
    released timestamp(6) with time zone not null,
    released_by varchar(200) not null,
    unique (site, role, number)
);

-- Sequences that were uploaded or that triplets name, by the flow that ends them.
create table flow_sequence (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site uuid not null references site (id),
    uid varchar(100) not null,
    declared_benign boolean not null,
    profile varchar(63) not null,
    uids varchar(2000) not null,
    content bytea not null,
    source varchar(100),
    destination varchar(100),
    destination_port integer,
    started timestamp(6) with time zone not null,
    ended timestamp(6) with time zone not null,
    anomaly varchar(100),
    unique (site, uid)
);

create table triplet (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site uuid not null references site (id),
    anchor varchar(100) not null,
    positive varchar(100),
    negative varchar(100),
    state varchar(20) not null,
    origin varchar(20) not null,
    origin_id varchar(200),
    note varchar(1000),
    created timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    unique (site, origin_id)
);

create table training_job (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site uuid not null references site (id),
    state varchar(20) not null,
    phase varchar(20) not null,
    request text not null,
    step integer not null,
    steps integer not null,
    loss double precision,
    triplets integer not null,
    benign integer not null,
    adaptor bigint,
    verdict varchar(20),
    problem text,
    attempts integer not null,
    created timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    started timestamp(6) with time zone,
    ended timestamp(6) with time zone,
    lease timestamp(6) with time zone
);
create index training_job_waiting on training_job (state, created);
create index training_job_of_site on training_job (site, created);

create table anomaly_mark (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site uuid not null references site (id),
    anomaly varchar(100) not null,
    verdict varchar(20) not null,
    expires timestamp(6) with time zone,
    note varchar(1000),
    marked_by varchar(200) not null,
    marked timestamp(6) with time zone not null,
    triplet uuid,
    suppression uuid,
    unique (site, anomaly)
);

create table suppression (
    id uuid primary key,
    tenant varchar(63) not null references tenant (id),
    site varchar(63),
    source_cidr varchar(50),
    destination_cidr varchar(50),
    destination_port integer,
    transport varchar(10),
    direction varchar(10),
    reason varchar(1000) not null,
    owner varchar(200) not null,
    created timestamp(6) with time zone not null,
    expires timestamp(6) with time zone,
    withdrawn boolean not null,
    version bigint not null
);

-- A chain per tenant: every entry's hash covers the one before. The head is locked while one is added.
create table audit_entry (
    tenant varchar(63) not null references tenant (id),
    seq bigint not null,
    at_time timestamp(6) with time zone not null,
    by_name varchar(200) not null,
    action varchar(60) not null,
    object varchar(400) not null,
    outcome varchar(20) not null,
    detail varchar(1000),
    previous varchar(64) not null,
    hash varchar(64) not null,
    primary key (tenant, seq)
);
create table audit_head (
    tenant varchar(63) primary key references tenant (id),
    seq bigint not null,
    hash varchar(64) not null
);
insert into audit_head (tenant, seq, hash) select id, 0, '' from tenant;

create index triplet_of_site on triplet (site, created);
create index release_of_site on adaptor_release (site, released);
create index suppression_of_tenant on suppression (tenant, created);
create index key_of_tenant on api_key (tenant);
