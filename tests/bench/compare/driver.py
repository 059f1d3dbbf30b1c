# SPDX-License-Identifier: Apache-2.0
"""What the drivers written in Python share: one task a process, its steps timed inside.

    <driver> TASK FILE ANSWER START

TASK is load, pagerank, betweenness, hops, store or open; FILE the table or, for open, what store has written; the answer goes to the
file ANSWER as lines of name and value. Prints a line of JSON a step: its name, wall and CPU seconds.
"""
import json, sys, time


def timed(step, work):
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(json.dumps({"step": step, "wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}))
    return result


def counts(nodes, relations):
    return {"nodes": nodes, "relations": relations}


def write_answer(path, answer):
    with open(path, "w", encoding="utf8") as file:
        for name, value in answer.items():
            file.write(f"{name}\t{value!r}\n")


def run(peer):
    """`peer` is a module with version, load, size, pagerank, betweenness, hops, store, open_snapshot."""
    if sys.argv[1:] == ["version"]:
        print(peer.version())
        return
    task, path, answer, start = sys.argv[1:]
    if task == "open":
        graph = timed("open", lambda: peer.open_snapshot(path))
        write_answer(answer, dict.fromkeys(timed("hops", lambda: peer.hops(graph, start)), 1))
        return
    graph = timed("load", lambda: peer.load(path))
    if task == "load":
        write_answer(answer, counts(*peer.size(graph)))
    elif task == "store":
        timed("store", lambda: peer.store(graph, answer))
    elif task == "hops":
        write_answer(answer, dict.fromkeys(timed("hops", lambda: peer.hops(graph, start)), 1))
    else:
        write_answer(answer, timed(task, lambda: getattr(peer, task)(graph)))
