#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The table that all are compared on: source, relation, target, date, with names as a year of coded news has them.

    generate.py ROWS FILE.csv

The same bytes for the same number of rows, on each run. One actor for 14 rows; who acts on whom is drawn by Zipf's law,
so that few actors have most of the rows. 230 relation types, drawn the same way; days over ten years. No actor acts on itself.
"""
import csv, datetime, pathlib, random, sys

ROWS_PER_ACTOR = 14
FIRST_DAY, DAYS = datetime.date(2005, 1, 1), 3652

BODIES = ("Ministry", "Department", "Bureau", "Agency", "Council", "Committee", "Union", "Institute",
          "Federation", "Court", "Guild", "Academy", "Board", "Office", "Society", "Chamber")
FIELDS = ("Harbours", "Forests", "Roads", "Water", "Mines", "Schools", "Health", "Trade", "Labour", "Fisheries",
          "Culture", "Justice", "Housing", "Energy", "Railways", "Defence", "Weather", "Archives")
FIRST = ("Al", "Bor", "Cas", "Dur", "El", "Fen", "Gal", "Hov", "Il", "Jar", "Kel", "Lor", "Mar", "Nor", "Öst", "Pál", "Ros")
LAST = ("land", "mark", "dania", "stan", "via", "mere", "gard", "ora", "istan", "onia", "wick", "heim", "quay", "tal", "oa")
VERBS = ("Announce", "Offer", "Refuse", "Demand", "Promise", "Delay", "Cancel", "Praise", "Criticise", "Discuss", "Host",
         "Request", "Provide", "Receive", "Reduce", "Extend", "Sign", "Investigate", "Protest against", "Defend", "Join",
         "Leave", "Threaten")
OBJECTS = ("talks", "aid", "a visit", "a treaty", "trade", "a loan", "an inquiry", "cooperation", "a ceasefire", "sanctions")


def actor_name(number):
    """Countries first, then their bodies; every third name has a comma and must be quoted."""
    countries = len(FIRST) * len(LAST)
    country = FIRST[number % len(FIRST)] + LAST[number // len(FIRST) % len(LAST)]
    if number < countries:
        return country
    body = number // countries - 1
    name = f"{BODIES[body % len(BODIES)]} of {FIELDS[body // len(BODIES) % len(FIELDS)]}"
    return f"{name}, {country}" if number % 3 == 0 else f"{name} ({country})"


RELATIONS = [f"{verb} {thing}" for thing in OBJECTS for verb in VERBS]


class Zipf:
    """Ranks from 0 with probability as 1/(rank + 1): the inverse of its distribution function, taken as continuous.
    random() is the one method of which Python promises the same numbers in every version."""

    def __init__(self, chance, count):
        self.chance, self.count = chance, count

    def draw(self):
        return int((self.count + 1) ** self.chance.random()) - 1


def rows(count):
    chance = random.Random(20140101)
    names = [actor_name(i) for i in range(count // ROWS_PER_ACTOR + 2)]
    assert len(set(name.casefold() for name in names)) == len(names), "more actors than there are names"
    actors, types = Zipf(chance, len(names)), Zipf(chance, len(RELATIONS))
    days = [(FIRST_DAY + datetime.timedelta(days=i)).isoformat() for i in range(DAYS)]
    for _ in range(count):
        source = target = actors.draw()
        while target == source:
            target = actors.draw()
        yield names[source], RELATIONS[types.draw()], names[target], days[int(chance.random() * DAYS)]


def actor_in_the_middle(count):
    """Half of all rows begin at busier actors."""
    return actor_name(int((count // ROWS_PER_ACTOR) ** 0.5))


def write(count, path):
    with open(path, "w", encoding="utf8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("source", "relation", "target", "date"))
        table.writerows(rows(count))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
