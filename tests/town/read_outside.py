"""Reads iCalendar and vCard from standard input with python-vobject, and says as JSON what it found.

A reader that has nothing to do with the program: times come out in UTC, by the zones as the text describes them."""
import json
import sys

import vobject
from dateutil import tz


def moment(value):
    if hasattr(value, "hour"):
        return value.astimezone(tz.UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return value.isoformat()


def plan(component):
    found = {"kind": component.name}
    for name, lines in component.contents.items():
        if name == "valarm":
            minutes = lines[0].trigger.value.total_seconds() / 60
            found["reminder"] = f"{minutes:.0f} min: {lines[0].description.value}"
            continue
        value = lines[0].value
        if hasattr(value, "isoformat"):
            value = moment(value)
        elif isinstance(value, list):
            value = ",".join(value)
        found[name] = str(value)
    return found


def contact(card):
    found = {name: card.contents[name][0].value for name in card.contents if name not in ("n", "org", "categories")}
    found["family"] = card.n.value.family
    found["org"] = ",".join(card.org.value)
    found["categories"] = ",".join(card.categories.value)
    return found


found = []
# vobject decodes quoted-printable of old cards by itself; what comes in here is UTF-8.
for component in vobject.readComponents(sys.stdin.buffer.read().decode("utf-8")):
    if component.name == "VCARD":
        found.append(contact(component))
        continue
    component.name == "VCALENDAR" or sys.exit("neither a calendar nor a card: " + component.name)
    found += [plan(each) for each in component.getChildren() if each.name in ("VEVENT", "VTODO")]
json.dump(found, sys.stdout, ensure_ascii=False)
