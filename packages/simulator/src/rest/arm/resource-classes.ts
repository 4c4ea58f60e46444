import { type AzureType, azureType } from "../../provider/azure/azure-type";
import { armTypeOf, classNames, modules, parseResourceId } from "../../sdk";

let byType: Map<string, AzureType[]> | undefined;

/** The classes of azure-native that make resources of an ARM type; most types have one. */
export function classesOf(armType: string): readonly AzureType[] {
  byType ??= everyClass();
  return byType.get(armType.toLowerCase()) ?? [];
}

/** The class whose path an id follows; a class that fits by its type alone where none does. */
export function classAt(id: string): AzureType | undefined {
  const classes = classesOf(armTypeOf(id));
  return classes.find(({ row }) => parseResourceId(row.path, id) !== undefined) ?? classes[0];
}

/** ARM types right under a type, such as `vaults/secrets` under `vaults`. */
export function isType(armType: string): boolean {
  return classesOf(armType).length > 0;
}

function everyClass(): Map<string, AzureType[]> {
  const found = new Map<string, AzureType[]>();
  for (const module of modules()) {
    for (const name of classNames(module)) {
      const type = azureType(`azure-native:${module}:${name}`);
      if (type === undefined) continue;
      const key = armTypeOf(type.row.path).toLowerCase();
      found.set(key, [...(found.get(key) ?? []), type]);
    }
  }
  return found;
}
