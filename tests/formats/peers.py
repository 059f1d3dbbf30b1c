#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Do others read what the program writes?

    peers.py PROGRAM [--gexf GEXF.xsd] [--graphml GRAPHML.xsd] [--modules NODE_MODULES] [GRAPH…]

Each graph (those of graphs/ and fixtures/ when none is named) is written in each format and read by another program: NetworkX and igraph (counts
and the texts of nodes and relations must be ours), Graphviz (read, drawn), icalendar. With schemas, which are fetched by hand, xmllint validates. With
a folder of npm's that holds them, mermaid with jsdom and @markwhen/parser read their formats. TimelineJS, vis-timeline, CSV for Neo4j and Cypher are held against
the shape that their documentation gives. Prints a line a graph and reader; exit 1 if one differs.
"""
import argparse, collections, csv, json, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = ("name", "kind", "type", "place", "note", "url")  # of nodes; of relations: type, role, note


def run(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **more)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, words))}: {done.stderr.strip()[:300]}")
    return done.stdout


def flat(row, fields):
    texts = {field: row[field] for field in fields if row.get(field)}
    return texts | {key: value for key, value in row.get("properties", {}).items() if key not in RESERVED}


RESERVED = {"id", "name", "label", "kind", "type", "aliases", "claims", "when", "status", "place", "note", "url", "from", "to", "role", "confidence",
            "source", "target", "weight", "key", "start", "end"}


class Ours:
    """The graph as JSON Lines, which have a field for everything."""

    def __init__(self, program, path):
        rows = [json.loads(line) for line in run(program, "-g", path, "convert", "-o", "-", "--to", "jsonl").splitlines()]
        self.nodes = {row["id"]: flat(row, TEXTS) for row in rows if row["record"] == "node"}
        self.relations = [row for row in rows if row["record"] == "relation"]

    def compare(self, nodes, edges):
        """nodes: {id: attributes}; edges: [(from, to, attributes)], of which the ends may be exchanged."""
        assert set(nodes) == set(self.nodes), f"nodes {len(nodes)} for {len(self.nodes)}"
        assert len(edges) == len(self.relations), f"edges {len(edges)} for {len(self.relations)}"
        for id, texts in self.nodes.items():
            for key, value in texts.items():
                assert same(nodes[id].get(key), value), f"{key} of {id}: {nodes[id].get(key)!r} for {value!r}"
        ours = collections.Counter(edge_key(r["from"], r["to"], r["type"], r.get("role"), r.get("note")) for r in self.relations)
        theirs = collections.Counter(edge_key(a, b, e.get("type"), e.get("role"), e.get("note")) for a, b, e in edges)
        assert ours == theirs, f"edges differ: {list((ours - theirs).items())[:2]} for {list((theirs - ours).items())[:2]}"


def same(theirs, ours):
    if isinstance(theirs, (int, float)) and not isinstance(theirs, bool):
        return float(ours) == theirs
    return theirs == ours


def edge_key(start, end, type, role, note):
    return (*sorted((start, end)), type, role or None, note or None)


def of_networkx(graph, name="name", type="type"):
    def named(data):
        return {("name" if key == name else "type" if key == type else key): value for key, value in data.items()}
    return {id: named(data) for id, data in graph.nodes(data=True)}, [(a, b, named(data)) for a, b, data in graph.edges(data=True)]


def node_link(ours, path):
    import networkx
    data = json.loads(path.read_text())
    newer = tuple(map(int, networkx.__version__.split(".")[:2])) >= (3, 4)  # whose own name for them is `edges`
    graph = networkx.node_link_graph(data, **({"edges": "links"} if newer else {}))
    nodes, edges = of_networkx(graph)
    for data in list(nodes.values()) + [data for _, _, data in edges]:
        data.update({key: value for key, value in (data.pop("properties", None) or {}).items() if key not in data})
    ours.compare(nodes, edges)


def plain(name):
    """A name of our GraphML without its escapes."""
    return re.sub("_x([0-9A-F]{4,8})_", lambda found: chr(int(found[1], 16)), name)


def plain_keys(data):
    return {plain(key): value for key, value in data.items()}


def graphml_networkx(ours, path):
    import networkx
    nodes, edges = of_networkx(networkx.read_graphml(path, force_multigraph=True))
    ours.compare({plain(id): plain_keys(data) for id, data in nodes.items()},
                 [(plain(start), plain(end), plain_keys(data)) for start, end, data in edges])


def graphml_igraph(ours, path):
    import igraph
    graph = igraph.Graph.Read_GraphML(str(path))
    def given(attributes):
        return plain_keys({key: value for key, value in attributes.items() if value not in ("", None) and value == value})
    names = [plain(vertex["id"]) for vertex in graph.vs]
    ours.compare({plain(vertex["id"]): given(vertex.attributes()) for vertex in graph.vs},
                 [(names[edge.source], names[edge.target], given(edge.attributes())) for edge in graph.es])


def gexf_networkx(ours, path):
    import networkx
    text = path.read_text().replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
    older = path.with_suffix(".older.gexf")  # NetworkX 2.8 knows the name space of 1.2 only
    older.write_text(text)
    graph = networkx.read_gexf(older)
    ours.compare(of_networkx(graph, name="label")[0], of_networkx(graph, type="label")[1])


def dot(ours, path):
    data = json.loads(run("dot", "-Tdot_json", path))
    ids = [each["name"] for each in data["objects"]]
    def shown(text):
        return text.replace("\\n", "\n").replace("\\\\", "\\")
    def named(each, name):
        return {(name if key == "label" else "url" if key == "URL" else key): shown(value) for key, value in each.items() if isinstance(value, str) and value}
    ours.compare({shown(each["name"]): named(each, "name") for each in data["objects"]},
                 [(shown(ids[each["tail"]]), shown(ids[each["head"]]), named(each, "type")) for each in data.get("edges", [])])


def dot_draws(ours, path):
    assert run("dot", "-Tsvg", path).count('class="node"') == len(ours.nodes)
    assert len(run("gvpr", 'N{print("n")}', path).split()) == len(ours.nodes)
    assert len(run("gvpr", 'E{print("e")}', path).split()) == len(ours.relations)


def icalendar_events(ours, path):
    import icalendar
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for event in calendar.walk("VEVENT"):
        assert event["UID"] and event["SUMMARY"] and event["DTSTAMP"] and event["DTSTART"].dt


def timelinejs(ours, path):
    data = json.loads(path.read_text())
    assert set(data) <= {"title", "events", "eras", "scale"} and isinstance(data["events"], list)
    for slide in data["events"] + data.get("eras", []):
        assert isinstance(slide["start_date"]["year"], int), slide
        for date in (slide["start_date"], slide.get("end_date", {})):
            assert set(date) <= {"year", "month", "day", "hour", "minute", "second", "millisecond", "format", "display_date"}, date
        assert slide["text"]["headline"], slide


def vis(ours, path):
    data = json.loads(path.read_text())
    items = data["items"] if isinstance(data, dict) else data
    groups = {group["id"] for group in data.get("groups", [])} if isinstance(data, dict) else None
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["start"] and "content" in item and (not groups or item.get("group") in groups or "group" not in item), item


def neo4j(ours, path):
    """Headers as neo4j-admin import documents them: name:type, of which :ID, :LABEL, :START_ID, :END_ID and :TYPE are its own."""
    counts = collections.Counter()
    for file in path.parent.glob(path.stem + "*.csv"):
        with open(file, newline="") as text:
            rows = list(csv.reader(text))
        header = rows[0]
        own = {column.split(":", 1)[1].split("(")[0] for column in header if ":" in column}
        is_nodes = "ID" in own
        assert is_nodes or {"START_ID", "END_ID", "TYPE"} <= own, header
        assert all(len(row) == len(header) for row in rows), file
        counts["nodes" if is_nodes else "relations"] += len(rows) - 1
    assert counts["relations"] == len(ours.relations) and counts["nodes"] >= len(ours.nodes), counts


def by_node(script):
    def read(ours, path, modules):
        run("node", "--input-type=module", "-e", script, path, cwd=pathlib.Path(modules).parent)
    return read


MERMAID = """import {JSDOM} from 'jsdom'; import {readFileSync} from 'fs';
const dom = new JSDOM(''); globalThis.window = dom.window; globalThis.document = dom.window.document;
const mermaid = (await import('mermaid')).default; mermaid.initialize({maxEdges: 1e6, maxTextSize: 1e8}); await mermaid.parse(readFileSync(process.argv[1], 'utf8'));"""
MARKWHEN = """import {readFileSync} from 'fs'; import * as m from '@markwhen/parser';
const parse = m.parse ?? m.default.parse; const r = parse(readFileSync(process.argv[1], 'utf8'));
const bad = (r.parseMessages ?? []).filter(e => e.type === 'error'); if (bad.length) throw new Error(JSON.stringify(bad[0]));
let n = 0; const walk = e => (e.children ? e.children.forEach(walk) : n++); walk(r.events);
const lines = readFileSync(process.argv[1], 'utf8').split('\\n').filter(l => /^[^#\\s].*?: /.test(l)).length; if (n === 0 && lines > 3) throw new Error('no events of ' + lines);"""

READERS = [  # (what, format, extension, reader)
    ("node-link JSON by NetworkX", "json", ".json", node_link), ("GraphML by NetworkX", "graphml", ".graphml", graphml_networkx),
    ("GraphML by igraph", "graphml", ".graphml", graphml_igraph), ("GEXF by NetworkX", "gexf", ".gexf", gexf_networkx),
    ("DOT by dot", "dot", ".dot", dot), ("DOT drawn, and by gvpr", "dot", ".dot", dot_draws), ("iCalendar by icalendar", "icalendar", ".ics", icalendar_events),
    ("TimelineJS by its shape", "timelinejs", ".json", timelinejs), ("vis-timeline by its shape", "vis", ".json", vis), ("Neo4j by its headers", "neo4j", ".csv", neo4j)]
OF_NODE = [("Mermaid flowchart by mermaid", "mermaid-graph", ".mmd", by_node(MERMAID)), ("Mermaid timeline by mermaid", "mermaid-timeline", ".mmd", by_node(MERMAID)),
           ("Markwhen by its parser", "markwhen", ".mw", by_node(MARKWHEN))]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    for option in ("--gexf", "--graphml", "--modules"):
        parser.add_argument(option)
    parser.add_argument("graphs", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    program = options.program.resolve()
    graphs = options.graphs or [ROOT / "fixtures/tiny", ROOT / "fixtures/same_world/graph.yaml", *(p for p in sorted((ROOT / "graphs").iterdir()) if p.is_dir())]
    readers = list(READERS)
    if options.modules:
        readers += [(what, format, end, lambda ours, path, read=read: read(ours, path, options.modules)) for what, format, end, read in OF_NODE]
    for format, schema in (("gexf", options.gexf), ("graphml", options.graphml)):
        if schema:
            readers.append((f"{format} by its schema", format, f".{format}", lambda ours, path, schema=schema: run("xmllint", "--nonet", "--noout", "--schema", schema, path)))
    failed = 0
    for graph in graphs:
        ours = Ours(program, graph)
        print(f"{graph}: {len(ours.nodes)} nodes, {len(ours.relations)} relations")
        for what, format, end, read in readers:
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / f"out{end}"
                try:
                    run(program, "-g", graph, "convert", "-o", path, "--to", format)
                    read(ours, path)
                    print(f"  same    {what}")
                except (AssertionError, KeyError, ValueError, TypeError) as error:
                    failed += 1
                    print(f"  DIFFERS {what}: {type(error).__name__} {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
