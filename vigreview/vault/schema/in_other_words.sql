alter table noticings add column first_original text;

alter table ideas add column first_original text;

alter table next_times add column first_words text;

alter table next_times add column first_original text;

alter table next_times add column first_when text;

alter table next_times add column let_go_at text;
