-- Base models that were released, or shipped with a Talon that ran here. They are no tenant's.
create table base_model (
    sha256 varchar(64) primary key,
    label varchar(200) not null,
    profile varchar(63) not null,
    content bytea not null,
    added timestamp(6) with time zone not null
);

create table model_release (
    version bigint primary key,
    model varchar(64) not null references base_model (sha256),
    released timestamp(6) with time zone not null,
    released_by varchar(200) not null
);
create index release_of_model on model_release (model, version);

-- One row, locked while a model is released or kept.
create table model_head (
    id integer primary key,
    version bigint not null
);
insert into model_head (id, version) values (1, 0);

-- A base model's record is no tenant's.
alter table outbox alter column tenant drop not null;
