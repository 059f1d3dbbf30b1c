// SPDX-License-Identifier: Apache-2.0
// Kùzu in the benchmark of all; same arguments and output as driver.py. A node table and one relation table, filled by
// COPY. The nodes come first, as Kùzu asks: a COPY of the distinct names in the table is the step `ids`. In memory,
// unless the task is to store. Nothing is closed: Kùzu 0.11 then crashes at the end of the process; CHECKPOINT has
// written all before.
const fs = require("fs");
const kuzu = require("kuzu");

const timed = async (step, work) => {
  const wall = process.hrtime.bigint();
  const cpu = process.cpuUsage();
  const result = await work();
  const used = process.cpuUsage(cpu);
  const seconds = Number(process.hrtime.bigint() - wall) / 1e9;
  console.log(JSON.stringify({ step, wall: seconds, cpu: (used.user + used.system) / 1e6 }));
  return result;
};

const quoted = (text) => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;

const load = async (connection, path) => {
  const table = quoted(path);
  await connection.query("CREATE NODE TABLE Actor(name STRING PRIMARY KEY)");
  await connection.query("CREATE REL TABLE Related(FROM Actor TO Actor, relation STRING, date DATE)");
  await timed("ids", async () => {
    await connection.query(`COPY Actor FROM (LOAD FROM ${table} (header=true) RETURN DISTINCT source)`);
    await connection.query(`COPY Actor FROM (LOAD FROM ${table} (header=true)
      WHERE NOT EXISTS { MATCH (a:Actor) WHERE a.name = target } RETURN DISTINCT target)`);
  });
  await timed("load", () =>
    connection.query(`COPY Related FROM (LOAD FROM ${table} (header=true) RETURN source, target, relation, date)`),
  );
};

const rows = async (connection, text, values = {}) => {
  const statement = await connection.prepare(text);
  return (await connection.execute(statement, values)).getAll();
};

const size = async (connection) => [
  { name: "nodes", value: (await rows(connection, "MATCH (a:Actor) RETURN count(*) AS n"))[0].n },
  { name: "relations", value: (await rows(connection, "MATCH ()-[r:Related]->() RETURN count(*) AS n"))[0].n },
];

const pagerank = async (connection) => {
  await connection.query("LOAD algo");
  await connection.query("CALL project_graph('All', ['Actor'], ['Related'])");
  return rows(
    connection,
    `CALL page_rank('All', dampingFactor := 0.85, maxIterations := 500, tolerance := 1e-12)
     RETURN node.name AS name, rank AS value`,
  );
};

const hops = (connection, start) =>
  rows(
    connection,
    `MATCH (a:Actor {name: $start})-[:Related* SHORTEST 1..3]->(b:Actor) WHERE b.name <> $start
     RETURN b.name AS name, 1 AS value`,
    { start },
  );

const writeAnswer = (path, answer) =>
  fs.writeFileSync(path, answer.map(({ name, value }) => `${name}\t${value}\n`).join(""));

const main = async ([task, path, answer, start]) => {
  if (task === "version") return console.log(`Kùzu ${kuzu.VERSION} (Node ${process.versions.node})`);
  const place = { open: path, store: answer }[task] ?? ":memory:";
  if (task === "store") fs.rmSync(place, { recursive: true, force: true });
  const open = async () => {
    const connection = new kuzu.Connection(new kuzu.Database(place, 0, true, task === "open"));
    await connection.init();
    return connection;
  };
  const connection = await (task === "open" ? timed("open", open) : open());
  if (task !== "open") await load(connection, path);
  if (task === "store") await timed("store", () => connection.query("CHECKPOINT"));
  if (task === "load") writeAnswer(answer, await size(connection));
  if (task === "pagerank") writeAnswer(answer, await timed(task, () => pagerank(connection)));
  if (task === "hops" || task === "open") writeAnswer(answer, await timed("hops", () => hops(connection, start)));
};

main(process.argv.slice(2));
