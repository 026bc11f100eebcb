create table practitioner (
    id integer primary key check (id = 1),
    name text not null
) strict;

create table settings (
    name text primary key,
    value text not null
) strict;

create table pin (
    id integer primary key check (id = 1),
    hash text not null,
    tries_left integer not null
) strict;

create table families (
    id integer primary key,
    called text not null,
    made_at text not null
) strict;

create table carers (
    id integer primary key,
    family_id integer not null references families(id),
    name text not null,
    called_by_baby text not null,
    called text not null,
    pronouns text,
    language text,
    interpreter integer not null default 0
) strict;

create table babies (
    id integer primary key,
    family_id integer not null references families(id),
    name text not null,
    born_on text,
    due_on text,
    weeks_early integer not null default 0
) strict;

create table journeys (
    id integer primary key,
    family_id integer not null references families(id),
    started_on text not null,
    ended_on text,
    closed_gently_at text
) strict;

create table journey_carers (
    journey_id integer not null references journeys(id),
    carer_id integer not null references carers(id),
    primary key (journey_id, carer_id)
) strict;

create table journey_babies (
    journey_id integer not null references journeys(id),
    baby_id integer not null references babies(id),
    primary key (journey_id, baby_id)
) strict;

create table visits (
    id integer primary key,
    journey_id integer not null references journeys(id),
    purpose text not null,
    visited_on text not null,
    setting text not null,
    minutes integer,
    present text not null
) strict;

create table consents (
    id integer primary key,
    journey_id integer not null references journeys(id),
    carer_id integer references carers(id),
    baby_id integer references babies(id),
    purpose text not null,
    given_by text not null,
    capacity text not null,
    evidence text not null,
    given_on text not null,
    withdrawn_at text,
    check ((carer_id is null) <> (baby_id is null))
) strict;

create table films (
    id integer primary key,
    journey_id integer not null references journeys(id),
    cycle integer not null,
    state text not null check (
        state in ('expected', 'receiving', 'preparing', 'ready', 'failed', 'erased')
    ),
    why text,
    key blob,
    file text,
    bytes integer,
    fingerprint text,
    filmed_on text not null,
    duration_us integer,
    frames integer,
    width integer,
    height integer,
    missing_us integer,
    recorded integer not null default 0,
    made_at text not null,
    erased_at text
) strict;

create table clips (
    id integer primary key,
    film_id integer not null references films(id),
    start_us integer not null,
    end_us integer not null,
    name text not null default '',
    standing text not null default 'candidate' check (standing in ('candidate', 'chosen')),
    position integer not null,
    note text not null default '',
    made_at text not null,
    deleted_at text,
    check (start_us <= end_us)
) strict;

create table clip_principles (
    clip_id integer not null references clips(id),
    principle text not null,
    primary key (clip_id, principle)
) strict;

create table stills (
    id integer primary key,
    film_id integer not null references films(id),
    clip_id integer references clips(id),
    at_us integer not null,
    made_at text not null
) strict;

create table sittings (
    id integer primary key,
    journey_id integer not null references journeys(id),
    kind text not null check (kind in ('question', 'review')),
    film_id integer references films(id),
    step text not null,
    state text not null check (state in ('open', 'together', 'closed')),
    made_at text not null,
    closed_at text
) strict;

create table sitting_clips (
    sitting_id integer not null references sittings(id),
    clip_id integer not null references clips(id),
    position integer not null,
    primary key (sitting_id, clip_id)
) strict;

create table question_words (
    id integer primary key,
    journey_id integer not null references journeys(id),
    sitting_id integer references sittings(id),
    step text not null check (step in ('doubt', 'hope', 'question')),
    words text not null,
    original text,
    said_at text not null
) strict;

create table ratings (
    id integer primary key,
    journey_id integer not null references journeys(id),
    sitting_id integer references sittings(id),
    scale text not null check (scale in ('now', 'hoped')),
    value integer not null check (value between 0 and 10),
    said_at text not null
) strict;

create table descriptions (
    id integer primary key,
    journey_id integer not null references journeys(id),
    sitting_id integer references sittings(id),
    about text not null check (about in ('baby', 'us')),
    words text not null,
    original text,
    said_at text not null
) strict;

create table ideas (
    id integer primary key,
    journey_id integer not null references journeys(id),
    sitting_id integer references sittings(id),
    carer_id integer references carers(id),
    words text not null,
    original text,
    said_at text not null
) strict;

create table noticings (
    id integer primary key,
    sitting_id integer not null references sittings(id),
    kind text not null check (kind in ('noticing', 'wondering', 'since', 'mind')),
    clip_id integer references clips(id),
    idea_id integer references ideas(id),
    carer_id integer references carers(id),
    words text not null,
    original text,
    said_at text not null
) strict;

create table noticing_principles (
    noticing_id integer not null references noticings(id),
    principle text not null,
    primary key (noticing_id, principle)
) strict;

create table drafts (
    box text primary key,
    words text not null,
    typed_at text not null,
    turn integer
) strict;

create table acts (
    id text primary key,
    verb text not null,
    result text not null,
    done_at text not null
) strict;

create table jobs (
    id integer primary key,
    film_id integer not null references films(id),
    task text not null,
    args text not null default '{}',
    state text not null check (state in ('waiting', 'working', 'done', 'failed', 'cancelled')),
    progress real not null default 0,
    doing text not null default '',
    left_s integer,
    why text,
    tries integer not null default 0,
    asked_at text not null
) strict;

create table events (
    id integer primary key,
    at text not null,
    actor text not null,
    verb text not null,
    subject text not null,
    subject_id integer,
    payload_hash text,
    previous_hash text,
    hash text not null
) strict;

create table payloads (
    event_id integer primary key references events(id),
    salt text not null,
    payload text not null
) strict;

create index carers_family on carers(family_id);

create index babies_family on babies(family_id);

create index journeys_family on journeys(family_id);

create index films_journey on films(journey_id);

create index clips_film on clips(film_id);

create index stills_clip on stills(clip_id);

create index stills_film on stills(film_id);

create index ideas_sitting on ideas(sitting_id);

create index sittings_state on sittings(state);

create index sittings_journey on sittings(journey_id);

create index sittings_film on sittings(film_id);

create index question_words_journey on question_words(journey_id, step);

create index visits_journey on visits(journey_id);

create index consents_journey on consents(journey_id);

create index noticings_sitting on noticings(sitting_id);

create index ideas_journey on ideas(journey_id);

create index ratings_journey on ratings(journey_id);

create index jobs_film on jobs(film_id);

create index jobs_state on jobs(state);

create index events_subject on events(subject, subject_id);
