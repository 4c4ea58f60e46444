import { idKey, type WorldResource } from "./resource";

/** Resources by id, by type and by what they are inside of; a look-up costs what it finds, not what there is. */
export class ResourceIndex {
  private readonly byKey = new Map<string, WorldResource>();
  private readonly byType = new Map<string, Map<string, WorldResource>>();
  /** For each path, the paths one segment longer that lead to resources. */
  private readonly tree = new Map<string, Set<string>>();

  get(id: string): WorldResource | undefined {
    return this.byKey.get(idKey(id));
  }

  /** Every resource, or those of one ARM type, the oldest first. */
  list(armType?: string): WorldResource[] {
    const found = armType === undefined ? this.byKey : this.byType.get(armType.toLowerCase());
    return found === undefined ? [] : [...found.values()];
  }

  /** Every resource inside the one with this id, at any depth; those that were there first come first. */
  inside(id: string): WorldResource[] {
    const found: WorldResource[] = [];
    const paths = [...(this.tree.get(idKey(id)) ?? [])];
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      const resource = this.byKey.get(path);
      if (resource !== undefined) found.push(resource);
      const deeper = this.tree.get(path);
      if (deeper !== undefined) paths.unshift(...deeper);
    }
    return found;
  }

  set(resource: WorldResource): void {
    const key = idKey(resource.id);
    const known = this.byKey.get(key);
    if (known !== undefined && known.armType !== resource.armType) this.typeMap(known.armType).delete(key);
    this.byKey.set(key, resource);
    this.typeMap(resource.armType).set(key, resource);
    if (known === undefined) this.plant(key);
  }

  delete(id: string): void {
    const key = idKey(id);
    const known = this.byKey.get(key);
    if (known === undefined) return;
    this.byKey.delete(key);
    this.typeMap(known.armType).delete(key);
    this.prune(key);
  }

  private typeMap(armType: string): Map<string, WorldResource> {
    const type = armType.toLowerCase();
    const map = this.byType.get(type) ?? new Map<string, WorldResource>();
    this.byType.set(type, map);
    return map;
  }

  private plant(key: string): void {
    for (let [path, outer] = [key, outerOf(key)]; outer !== undefined; [path, outer] = [outer, outerOf(outer)]) {
      const known = this.tree.get(outer);
      if (known !== undefined) {
        known.add(path);
        return;
      }
      this.tree.set(outer, new Set([path]));
    }
  }

  private prune(key: string): void {
    for (let [path, outer] = [key, outerOf(key)]; outer !== undefined; [path, outer] = [outer, outerOf(outer)]) {
      if (this.byKey.has(path) || this.tree.has(path)) return;
      const known = this.tree.get(outer);
      known?.delete(path);
      if (known === undefined || known.size > 0) return;
      this.tree.delete(outer);
    }
  }
}

/** The path without its last segment; undefined when it has but one. */
function outerOf(path: string): string | undefined {
  const end = path.lastIndexOf("/");
  return end <= 0 ? undefined : path.slice(0, end);
}
