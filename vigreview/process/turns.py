"""Whose turn it is: which film work is done next, and which gives way to it."""

import json
from typing import Any

from sqlite_utils import Database

NEARLY = 0.5  # of a sharper copy, from where on it is finished first


def in_turn(db: Database) -> list[dict[str, Any]]:
    """Return the jobs that may be begun now, the most urgent first.

    Clips and stills come first: somebody is waiting with the tablet in hand. One film's jobs are
    done one after another. Clips are cut from what is played: they wait for the sharper copy.
    """
    return _ready(_to_be_done(db))


def _ready(held: list[dict[str, Any]]) -> list[dict[str, Any]]:
    busy = {job["film_id"] for job in held if job["state"] == "working"}
    to_be_sharper = {job["film_id"] for job in held if is_sharper(job)}
    ready = [
        job
        for job in held
        if job["state"] == "waiting"
        and job["film_id"] not in busy
        and not (job["task"] == "clip" and job["film_id"] in to_be_sharper)
    ]
    return sorted(ready, key=_urgency)


def is_sharper(job: dict[str, Any]) -> bool:
    """Tell whether a job makes the full copy of a film of which there is a quick one."""
    return job["task"] == "better" and bool(json.loads(job["args"]).get("sharper"))


def _urgency(job: dict[str, Any]) -> int:
    if job["task"] == "better":
        return 2 if is_sharper(job) else 3
    return 1 if job["task"] in ("prepare", "keepsake") else 0


def gives_way(db: Database, job: dict[str, Any], at_once: int) -> bool:
    """Tell whether a job under way should make room for a more urgent one.

    Only what goes on behind a film that can be used already does, and only for what could begin
    then: two sharper copies would else make room for each other's clips for ever.
    """
    held = _to_be_done(db)
    ours = next((one for one in held if one["id"] == job["id"]), job)
    if job["task"] != "better" or (is_sharper(job) and ours["progress"] > NEARLY):
        return False
    all_at_work = sum(one["state"] == "working" for one in held) >= at_once
    without_it = _ready([one for one in held if one is not ours] + [{**ours, "state": "waiting"}])
    return any(
        _urgency(one) < _urgency(job) and (all_at_work or one["film_id"] == job["film_id"])
        for one in without_it
    )


def _to_be_done(db: Database) -> list[dict[str, Any]]:
    return list(db.table("jobs").rows_where("state in ('waiting', 'working')", order_by="id"))
