//! The checker: one broken plan per rule, every part of the score by hand, and nonsense that must not make it panic.

mod check {
    mod authority;
    mod base;
    mod best;
    mod between_visits;
    mod links;
    mod looks_at;
    mod misstated;
    mod nonsense;
    mod people;
    mod pilot;
    mod record;
    mod rules;
    mod score_burden;
    mod score_calendar_and_staffing;
    mod score_profile;
    mod score_record;
    mod score_staffing;
    mod selection;
    mod ties;
    mod timetables;
    mod timing;
}
