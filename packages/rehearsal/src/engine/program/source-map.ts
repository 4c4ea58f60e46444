import { existsSync, readFileSync } from "node:fs";
import { findSourceMap, SourceMap } from "node:module";
import { dirname, resolve } from "node:path";

/** A place in a file, by the file's whole path; line and column from 1. */
export interface FilePosition {
  file: string;
  line: number;
  column: number;
}

/** Finds what compiled code was written as, where a source map lies beside it. */
export class SourceMaps {
  private readonly maps = new Map<string, SourceMap | undefined>();

  /** The place itself where there is no map, or the map does not know it. */
  original(position: FilePosition): FilePosition {
    const { file, line, column } = position;
    const origin = this.mapOf(file)?.findOrigin(line, column);
    if (!origin || !("fileName" in origin) || !origin.fileName) return position;
    return { file: resolve(dirname(file), origin.fileName), line: origin.lineNumber, column: origin.columnNumber };
  }

  private mapOf(file: string): SourceMap | undefined {
    if (!this.maps.has(file)) this.maps.set(file, findSourceMap(file) ?? readMap(`${file}.map`));
    return this.maps.get(file);
  }
}

function readMap(file: string): SourceMap | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return new SourceMap(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
