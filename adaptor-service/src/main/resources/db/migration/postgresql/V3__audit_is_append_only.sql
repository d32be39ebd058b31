-- Whoever owns the table can drop the trigger; the hash chain tells of it then.
create function audit_is_append_only() returns trigger as $$
begin
    raise exception 'audit_entry is append-only';
end
$$ language plpgsql;
create trigger audit_is_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();
