import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition } from "../../document";
import { type FilePosition, SourceMaps } from "../program/source-map";
import { positionIn } from "../state/source-position";

/**
 * Where a program declares its resources, as its SDK says with each registration: the innermost line that is the
 * program's own. What a component of a package creates is declared where the program makes the component.
 */
export class Sources {
  private readonly byUrn = new Map<string, SourcePosition>();
  private readonly maps = new SourceMaps();

  constructor(
    private readonly root: string,
    private readonly programDirectory: string,
  ) {}

  /** By URN, of everything that was registered, whatever became of it. */
  get all(): ReadonlyMap<string, SourcePosition> {
    return this.byUrn;
  }

  remember(urn: string, request: RegisterResourceRequest | ReadResourceRequest): void {
    const stack = request.getStacktrace()?.getFramesList() ?? [];
    const told = [request.getSourceposition(), ...stack.map((frame) => frame.getPc())];
    const positions = told.flatMap((position) => {
      const file = position && pathOf(position.getUri());
      return position && file !== undefined ? [{ file, line: position.getLine(), column: position.getColumn() }] : [];
    });
    const found = this.within(this.programDirectory, positions) ?? this.within(this.root, positions);
    if (found) this.byUrn.set(urn, found);
  }

  /** The first of the places that is in a folder; workspaces keep packages in the project but beside the program. */
  private within(folder: string, positions: readonly FilePosition[]): SourcePosition | undefined {
    for (const position of positions) {
      if (!isIn(folder, position.file)) continue;
      const { file, line, column } = this.maps.original(position);
      const source = isIn(this.root, file) ? positionIn(inRoot(this.root, file), line, column) : undefined;
      if (source) return source;
    }
    return undefined;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function inRoot(root: string, file: string): string {
  return relative(root, file).split(sep).join("/");
}

function isIn(folder: string, file: string): boolean {
  const path = inRoot(folder, file);
  return path !== "" && path !== ".." && !path.startsWith("../");
}
