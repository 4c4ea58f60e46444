/** What the order of deployments follows from. */
interface Spilling {
  name: string;
  spilloverTo?: string;
}

/**
 * Deployments in an order in which each one's spillover target comes before it; the given order otherwise. Azure
 * refuses a deployment that names one which is not there yet.
 *
 * @throws Error when deployments spill into each other in a circle; `spilloverCircle` finds it first.
 */
export function deploymentOrder<Row extends Spilling>(rows: readonly Row[]): Row[] {
  const circle = spilloverCircle(rows);
  if (circle) throw new Error(`deployments spill over in a circle: ${circle.join(" → ")}`);
  const ordered = new Set<Row>();
  for (const row of rows) for (const each of spilloverPath(rows, row).reverse()) ordered.add(each);
  return [...ordered];
}

/** The names of deployments that spill into each other in a circle, the first one twice; undefined if none do. */
export function spilloverCircle(rows: readonly Spilling[]): string[] | undefined {
  for (const row of rows) {
    const path = spilloverPath(rows, row);
    const last = path.at(-1);
    if (last?.spilloverTo === row.name) return [...path.map(({ name }) => name), row.name];
  }
  return undefined;
}

/** A deployment, the one it spills into, and so on, each once. */
function spilloverPath<Row extends Spilling>(rows: readonly Row[], start: Row): Row[] {
  const path: Row[] = [];
  let next: Row | undefined = start;
  while (next && !path.includes(next)) {
    path.push(next);
    const target: string | undefined = next.spilloverTo;
    next = rows.find(({ name }) => name === target);
  }
  return path;
}
