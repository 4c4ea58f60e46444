import type { LogTile, Section } from "./tile";

/** What hangs on the wall: few enough to be read from across the room, the most urgent at the top left. */
const WALL = [
  "incidents-open",
  "level-budget-left",
  "request-failures",
  "requests",
  "request-latency",
  "turned-away",
  "evaluation-scores",
  "levels-now",
] as const;

/** The tiles of the wall, in their order. Only logs: the portal's other parts want a list of resources that is made here. */
export function wallTiles(sections: readonly Section[]): LogTile[] {
  const tiles = sections.flatMap((section) => section.tiles);
  return WALL.flatMap((id) => {
    const tile = tiles.find((candidate) => candidate.id === id);
    return tile?.source === "logs" ? [tile] : [];
  });
}
