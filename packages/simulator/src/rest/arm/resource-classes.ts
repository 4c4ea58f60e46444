import { type AzureType, azureType } from "../../provider/azure/azure-type";
import { armTypeOf, classNames, modulesOf, parseResourceId } from "../../sdk";

const byNamespace = new Map<string, ReadonlyMap<string, readonly AzureType[]>>();

/** The classes of azure-native that make resources of an ARM type; most types have one. */
export function classesOf(armType: string): readonly AzureType[] {
  const namespace = (armType.split("/")[0] ?? "").toLowerCase();
  const known = byNamespace.get(namespace) ?? classesIn(namespace);
  byNamespace.set(namespace, known);
  return known.get(armType.toLowerCase()) ?? [];
}

/** The class whose path an id follows; a class that fits by its type alone where none does. */
export function classAt(id: string): AzureType | undefined {
  const classes = classesOf(armTypeOf(id));
  return classes.find(({ row }) => parseResourceId(row.path, id) !== undefined) ?? classes[0];
}

/** Whether azure-native has a class for an ARM type. */
export function isType(armType: string): boolean {
  return classesOf(armType).length > 0;
}

/** The classes of a resource provider by ARM type. */
function classesIn(namespace: string): Map<string, AzureType[]> {
  const found = new Map<string, AzureType[]>();
  for (const module of modulesOf(namespace)) {
    for (const name of classNames(module)) {
      const type = azureType(`azure-native:${module}:${name}`);
      if (type === undefined) continue;
      const key = armTypeOf(type.row.path).toLowerCase();
      const others = found.get(key);
      if (others === undefined) found.set(key, [type]);
      else others.push(type);
    }
  }
  return found;
}
