-- Days on which the city works: escalation and, later, reminders count business days (地方自治法4条の2).
select set_config('search_path', current_schema() || ', pg_temp', false);

create table holidays (
  day date primary key,
  code text not null
);
comment on table holidays is '国民の祝日 with 振替休日 and 国民の休日, as lib/domain/holidays.ts has them; a test holds the two equal.';
alter table holidays enable row level security;
alter table holidays force row level security;
create policy owner on holidays to current_user using (true) with check (true);

/* Neither Saturday nor Sunday, no holiday, not from 29 December to 3 January. */
create function is_business_day(day date) returns boolean
language sql stable set search_path from current as $$
  select extract(isodow from day) < 6
    and to_char(day, 'MM-DD') between '01-04' and '12-28'
    and not exists (select from holidays h where h.day = is_business_day.day)
$$;

/* The nth business day after a day; 0: the day itself, whatever it is. Negative counts back. */
create function add_business_days(day date, days integer) returns date
language plpgsql stable set search_path from current as $$
declare
  reached date := day;
  still integer := abs(days);
begin
  while still > 0 loop
    reached := reached + sign(days)::integer;
    if is_business_day(reached) then still := still - 1; end if;
  end loop;
  return reached;
end $$;
revoke execute on function is_business_day(date), add_business_days(date, integer) from public;

insert into holidays (day, code) values
  ('2024-01-01', 'newYear'), ('2024-01-08', 'comingOfAge'), ('2024-02-11', 'foundation'),
  ('2024-02-12', 'substitute'), ('2024-02-23', 'emperorsBirthday'), ('2024-03-20', 'vernalEquinox'),
  ('2024-04-29', 'showa'), ('2024-05-03', 'constitution'), ('2024-05-04', 'greenery'), ('2024-05-05', 'children'),
  ('2024-05-06', 'substitute'), ('2024-07-15', 'marine'), ('2024-08-11', 'mountain'), ('2024-08-12', 'substitute'),
  ('2024-09-16', 'respectForTheAged'), ('2024-09-22', 'autumnalEquinox'), ('2024-09-23', 'substitute'),
  ('2024-10-14', 'sports'), ('2024-11-03', 'culture'), ('2024-11-04', 'substitute'),
  ('2024-11-23', 'labourThanksgiving'), ('2025-01-01', 'newYear'), ('2025-01-13', 'comingOfAge'),
  ('2025-02-11', 'foundation'), ('2025-02-23', 'emperorsBirthday'), ('2025-02-24', 'substitute'),
  ('2025-03-20', 'vernalEquinox'), ('2025-04-29', 'showa'), ('2025-05-03', 'constitution'),
  ('2025-05-04', 'greenery'), ('2025-05-05', 'children'), ('2025-05-06', 'substitute'), ('2025-07-21', 'marine'),
  ('2025-08-11', 'mountain'), ('2025-09-15', 'respectForTheAged'), ('2025-09-23', 'autumnalEquinox'),
  ('2025-10-13', 'sports'), ('2025-11-03', 'culture'), ('2025-11-23', 'labourThanksgiving'),
  ('2025-11-24', 'substitute'), ('2026-01-01', 'newYear'), ('2026-01-12', 'comingOfAge'),
  ('2026-02-11', 'foundation'), ('2026-02-23', 'emperorsBirthday'), ('2026-03-20', 'vernalEquinox'),
  ('2026-04-29', 'showa'), ('2026-05-03', 'constitution'), ('2026-05-04', 'greenery'), ('2026-05-05', 'children'),
  ('2026-05-06', 'substitute'), ('2026-07-20', 'marine'), ('2026-08-11', 'mountain'),
  ('2026-09-21', 'respectForTheAged'), ('2026-09-22', 'between'), ('2026-09-23', 'autumnalEquinox'),
  ('2026-10-12', 'sports'), ('2026-11-03', 'culture'), ('2026-11-23', 'labourThanksgiving'),
  ('2027-01-01', 'newYear'), ('2027-01-11', 'comingOfAge'), ('2027-02-11', 'foundation'),
  ('2027-02-23', 'emperorsBirthday'), ('2027-03-21', 'vernalEquinox'), ('2027-03-22', 'substitute'),
  ('2027-04-29', 'showa'), ('2027-05-03', 'constitution'), ('2027-05-04', 'greenery'), ('2027-05-05', 'children'),
  ('2027-07-19', 'marine'), ('2027-08-11', 'mountain'), ('2027-09-20', 'respectForTheAged'),
  ('2027-09-23', 'autumnalEquinox'), ('2027-10-11', 'sports'), ('2027-11-03', 'culture'),
  ('2027-11-23', 'labourThanksgiving'), ('2028-01-01', 'newYear'), ('2028-01-10', 'comingOfAge'),
  ('2028-02-11', 'foundation'), ('2028-02-23', 'emperorsBirthday'), ('2028-03-20', 'vernalEquinox'),
  ('2028-04-29', 'showa'), ('2028-05-03', 'constitution'), ('2028-05-04', 'greenery'), ('2028-05-05', 'children'),
  ('2028-07-17', 'marine'), ('2028-08-11', 'mountain'), ('2028-09-18', 'respectForTheAged'),
  ('2028-09-22', 'autumnalEquinox'), ('2028-10-09', 'sports'), ('2028-11-03', 'culture'),
  ('2028-11-23', 'labourThanksgiving'), ('2029-01-01', 'newYear'), ('2029-01-08', 'comingOfAge'),
  ('2029-02-11', 'foundation'), ('2029-02-12', 'substitute'), ('2029-02-23', 'emperorsBirthday'),
  ('2029-03-20', 'vernalEquinox'), ('2029-04-29', 'showa'), ('2029-04-30', 'substitute'),
  ('2029-05-03', 'constitution'), ('2029-05-04', 'greenery'), ('2029-05-05', 'children'), ('2029-07-16', 'marine'),
  ('2029-08-11', 'mountain'), ('2029-09-17', 'respectForTheAged'), ('2029-09-23', 'autumnalEquinox'),
  ('2029-09-24', 'substitute'), ('2029-10-08', 'sports'), ('2029-11-03', 'culture'),
  ('2029-11-23', 'labourThanksgiving'), ('2030-01-01', 'newYear'), ('2030-01-14', 'comingOfAge'),
  ('2030-02-11', 'foundation'), ('2030-02-23', 'emperorsBirthday'), ('2030-03-20', 'vernalEquinox'),
  ('2030-04-29', 'showa'), ('2030-05-03', 'constitution'), ('2030-05-04', 'greenery'), ('2030-05-05', 'children'),
  ('2030-05-06', 'substitute'), ('2030-07-15', 'marine'), ('2030-08-11', 'mountain'), ('2030-08-12', 'substitute'),
  ('2030-09-16', 'respectForTheAged'), ('2030-09-23', 'autumnalEquinox'), ('2030-10-14', 'sports'),
  ('2030-11-03', 'culture'), ('2030-11-04', 'substitute'), ('2030-11-23', 'labourThanksgiving'),
  ('2031-01-01', 'newYear'), ('2031-01-13', 'comingOfAge'), ('2031-02-11', 'foundation'),
  ('2031-02-23', 'emperorsBirthday'), ('2031-02-24', 'substitute'), ('2031-03-21', 'vernalEquinox'),
  ('2031-04-29', 'showa'), ('2031-05-03', 'constitution'), ('2031-05-04', 'greenery'), ('2031-05-05', 'children'),
  ('2031-05-06', 'substitute'), ('2031-07-21', 'marine'), ('2031-08-11', 'mountain'),
  ('2031-09-15', 'respectForTheAged'), ('2031-09-23', 'autumnalEquinox'), ('2031-10-13', 'sports'),
  ('2031-11-03', 'culture'), ('2031-11-23', 'labourThanksgiving'), ('2031-11-24', 'substitute'),
  ('2032-01-01', 'newYear'), ('2032-01-12', 'comingOfAge'), ('2032-02-11', 'foundation'),
  ('2032-02-23', 'emperorsBirthday'), ('2032-03-20', 'vernalEquinox'), ('2032-04-29', 'showa'),
  ('2032-05-03', 'constitution'), ('2032-05-04', 'greenery'), ('2032-05-05', 'children'), ('2032-07-19', 'marine'),
  ('2032-08-11', 'mountain'), ('2032-09-20', 'respectForTheAged'), ('2032-09-21', 'between'),
  ('2032-09-22', 'autumnalEquinox'), ('2032-10-11', 'sports'), ('2032-11-03', 'culture'),
  ('2032-11-23', 'labourThanksgiving'), ('2033-01-01', 'newYear'), ('2033-01-10', 'comingOfAge'),
  ('2033-02-11', 'foundation'), ('2033-02-23', 'emperorsBirthday'), ('2033-03-20', 'vernalEquinox'),
  ('2033-03-21', 'substitute'), ('2033-04-29', 'showa'), ('2033-05-03', 'constitution'), ('2033-05-04', 'greenery'),
  ('2033-05-05', 'children'), ('2033-07-18', 'marine'), ('2033-08-11', 'mountain'),
  ('2033-09-19', 'respectForTheAged'), ('2033-09-23', 'autumnalEquinox'), ('2033-10-10', 'sports'),
  ('2033-11-03', 'culture'), ('2033-11-23', 'labourThanksgiving'), ('2034-01-01', 'newYear'),
  ('2034-01-02', 'substitute'), ('2034-01-09', 'comingOfAge'), ('2034-02-11', 'foundation'),
  ('2034-02-23', 'emperorsBirthday'), ('2034-03-20', 'vernalEquinox'), ('2034-04-29', 'showa'),
  ('2034-05-03', 'constitution'), ('2034-05-04', 'greenery'), ('2034-05-05', 'children'), ('2034-07-17', 'marine'),
  ('2034-08-11', 'mountain'), ('2034-09-18', 'respectForTheAged'), ('2034-09-23', 'autumnalEquinox'),
  ('2034-10-09', 'sports'), ('2034-11-03', 'culture'), ('2034-11-23', 'labourThanksgiving'),
  ('2035-01-01', 'newYear'), ('2035-01-08', 'comingOfAge'), ('2035-02-11', 'foundation'),
  ('2035-02-12', 'substitute'), ('2035-02-23', 'emperorsBirthday'), ('2035-03-21', 'vernalEquinox'),
  ('2035-04-29', 'showa'), ('2035-04-30', 'substitute'), ('2035-05-03', 'constitution'), ('2035-05-04', 'greenery'),
  ('2035-05-05', 'children'), ('2035-07-16', 'marine'), ('2035-08-11', 'mountain'),
  ('2035-09-17', 'respectForTheAged'), ('2035-09-23', 'autumnalEquinox'), ('2035-09-24', 'substitute'),
  ('2035-10-08', 'sports'), ('2035-11-03', 'culture'), ('2035-11-23', 'labourThanksgiving'),
  ('2036-01-01', 'newYear'), ('2036-01-14', 'comingOfAge'), ('2036-02-11', 'foundation'),
  ('2036-02-23', 'emperorsBirthday'), ('2036-03-20', 'vernalEquinox'), ('2036-04-29', 'showa'),
  ('2036-05-03', 'constitution'), ('2036-05-04', 'greenery'), ('2036-05-05', 'children'),
  ('2036-05-06', 'substitute'), ('2036-07-21', 'marine'), ('2036-08-11', 'mountain'),
  ('2036-09-15', 'respectForTheAged'), ('2036-09-22', 'autumnalEquinox'), ('2036-10-13', 'sports'),
  ('2036-11-03', 'culture'), ('2036-11-23', 'labourThanksgiving'), ('2036-11-24', 'substitute'),
  ('2037-01-01', 'newYear'), ('2037-01-12', 'comingOfAge'), ('2037-02-11', 'foundation'),
  ('2037-02-23', 'emperorsBirthday'), ('2037-03-20', 'vernalEquinox'), ('2037-04-29', 'showa'),
  ('2037-05-03', 'constitution'), ('2037-05-04', 'greenery'), ('2037-05-05', 'children'),
  ('2037-05-06', 'substitute'), ('2037-07-20', 'marine'), ('2037-08-11', 'mountain'),
  ('2037-09-21', 'respectForTheAged'), ('2037-09-22', 'between'), ('2037-09-23', 'autumnalEquinox'),
  ('2037-10-12', 'sports'), ('2037-11-03', 'culture'), ('2037-11-23', 'labourThanksgiving'),
  ('2038-01-01', 'newYear'), ('2038-01-11', 'comingOfAge'), ('2038-02-11', 'foundation'),
  ('2038-02-23', 'emperorsBirthday'), ('2038-03-20', 'vernalEquinox'), ('2038-04-29', 'showa'),
  ('2038-05-03', 'constitution'), ('2038-05-04', 'greenery'), ('2038-05-05', 'children'), ('2038-07-19', 'marine'),
  ('2038-08-11', 'mountain'), ('2038-09-20', 'respectForTheAged'), ('2038-09-23', 'autumnalEquinox'),
  ('2038-10-11', 'sports'), ('2038-11-03', 'culture'), ('2038-11-23', 'labourThanksgiving'),
  ('2039-01-01', 'newYear'), ('2039-01-10', 'comingOfAge'), ('2039-02-11', 'foundation'),
  ('2039-02-23', 'emperorsBirthday'), ('2039-03-21', 'vernalEquinox'), ('2039-04-29', 'showa'),
  ('2039-05-03', 'constitution'), ('2039-05-04', 'greenery'), ('2039-05-05', 'children'), ('2039-07-18', 'marine'),
  ('2039-08-11', 'mountain'), ('2039-09-19', 'respectForTheAged'), ('2039-09-23', 'autumnalEquinox'),
  ('2039-10-10', 'sports'), ('2039-11-03', 'culture'), ('2039-11-23', 'labourThanksgiving'),
  ('2040-01-01', 'newYear'), ('2040-01-02', 'substitute'), ('2040-01-09', 'comingOfAge'),
  ('2040-02-11', 'foundation'), ('2040-02-23', 'emperorsBirthday'), ('2040-03-20', 'vernalEquinox'),
  ('2040-04-29', 'showa'), ('2040-04-30', 'substitute'), ('2040-05-03', 'constitution'), ('2040-05-04', 'greenery'),
  ('2040-05-05', 'children'), ('2040-07-16', 'marine'), ('2040-08-11', 'mountain'),
  ('2040-09-17', 'respectForTheAged'), ('2040-09-22', 'autumnalEquinox'), ('2040-10-08', 'sports'),
  ('2040-11-03', 'culture'), ('2040-11-23', 'labourThanksgiving'), ('2041-01-01', 'newYear'),
  ('2041-01-14', 'comingOfAge'), ('2041-02-11', 'foundation'), ('2041-02-23', 'emperorsBirthday'),
  ('2041-03-20', 'vernalEquinox'), ('2041-04-29', 'showa'), ('2041-05-03', 'constitution'),
  ('2041-05-04', 'greenery'), ('2041-05-05', 'children'), ('2041-05-06', 'substitute'), ('2041-07-15', 'marine'),
  ('2041-08-11', 'mountain'), ('2041-08-12', 'substitute'), ('2041-09-16', 'respectForTheAged'),
  ('2041-09-23', 'autumnalEquinox'), ('2041-10-14', 'sports'), ('2041-11-03', 'culture'),
  ('2041-11-04', 'substitute'), ('2041-11-23', 'labourThanksgiving'), ('2042-01-01', 'newYear'),
  ('2042-01-13', 'comingOfAge'), ('2042-02-11', 'foundation'), ('2042-02-23', 'emperorsBirthday'),
  ('2042-02-24', 'substitute'), ('2042-03-20', 'vernalEquinox'), ('2042-04-29', 'showa'),
  ('2042-05-03', 'constitution'), ('2042-05-04', 'greenery'), ('2042-05-05', 'children'),
  ('2042-05-06', 'substitute'), ('2042-07-21', 'marine'), ('2042-08-11', 'mountain'),
  ('2042-09-15', 'respectForTheAged'), ('2042-09-23', 'autumnalEquinox'), ('2042-10-13', 'sports'),
  ('2042-11-03', 'culture'), ('2042-11-23', 'labourThanksgiving'), ('2042-11-24', 'substitute'),
  ('2043-01-01', 'newYear'), ('2043-01-12', 'comingOfAge'), ('2043-02-11', 'foundation'),
  ('2043-02-23', 'emperorsBirthday'), ('2043-03-21', 'vernalEquinox'), ('2043-04-29', 'showa'),
  ('2043-05-03', 'constitution'), ('2043-05-04', 'greenery'), ('2043-05-05', 'children'),
  ('2043-05-06', 'substitute'), ('2043-07-20', 'marine'), ('2043-08-11', 'mountain'),
  ('2043-09-21', 'respectForTheAged'), ('2043-09-22', 'between'), ('2043-09-23', 'autumnalEquinox'),
  ('2043-10-12', 'sports'), ('2043-11-03', 'culture'), ('2043-11-23', 'labourThanksgiving'),
  ('2044-01-01', 'newYear'), ('2044-01-11', 'comingOfAge'), ('2044-02-11', 'foundation'),
  ('2044-02-23', 'emperorsBirthday'), ('2044-03-20', 'vernalEquinox'), ('2044-03-21', 'substitute'),
  ('2044-04-29', 'showa'), ('2044-05-03', 'constitution'), ('2044-05-04', 'greenery'), ('2044-05-05', 'children'),
  ('2044-07-18', 'marine'), ('2044-08-11', 'mountain'), ('2044-09-19', 'respectForTheAged'),
  ('2044-09-22', 'autumnalEquinox'), ('2044-10-10', 'sports'), ('2044-11-03', 'culture'),
  ('2044-11-23', 'labourThanksgiving'), ('2045-01-01', 'newYear'), ('2045-01-02', 'substitute'),
  ('2045-01-09', 'comingOfAge'), ('2045-02-11', 'foundation'), ('2045-02-23', 'emperorsBirthday'),
  ('2045-03-20', 'vernalEquinox'), ('2045-04-29', 'showa'), ('2045-05-03', 'constitution'),
  ('2045-05-04', 'greenery'), ('2045-05-05', 'children'), ('2045-07-17', 'marine'), ('2045-08-11', 'mountain'),
  ('2045-09-18', 'respectForTheAged'), ('2045-09-22', 'autumnalEquinox'), ('2045-10-09', 'sports'),
  ('2045-11-03', 'culture'), ('2045-11-23', 'labourThanksgiving');
select require_event('holidays');
