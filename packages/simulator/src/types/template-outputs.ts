import { isObject, objectOf, type Properties, textOf, type Value } from "../values";

/** What a template's expressions give where only Azure could tell, by the output's declared type. */
const made: Readonly<Record<string, Value>> = { int: 0, bool: false, array: [], object: {} };

/**
 * Outputs of a template deployment: what the template says literally or by a parameter as it is; the text of any other
 * expression stands for its value.
 */
export function templateOutputs(properties: Properties): Properties {
  const template = objectOf(properties.template);
  return Object.fromEntries(
    Object.entries(objectOf(template.outputs)).map(([name, output]) => {
      const type = textOf(objectOf(output).type) ?? "string";
      return [name, { type, value: outputValue(objectOf(output).value ?? null, type, template, properties) }];
    }),
  );
}

function outputValue(value: Value, type: string, template: Properties, properties: Properties): Value {
  const expression = typeof value === "string" ? /^\[(?!\[)(.*)\]$/s.exec(value)?.[1] : undefined;
  if (expression === undefined) return value;
  const parameter = /^\s*parameters\(\s*'([^']+)'\s*\)\s*$/.exec(expression)?.[1];
  if (parameter !== undefined) {
    const given = objectOf(properties.parameters)[parameter];
    const declared = objectOf(objectOf(template.parameters)[parameter]);
    const known = (isObject(given) ? given.value : undefined) ?? declared.defaultValue;
    if (known !== undefined && known !== null) return known;
  }
  return made[type.toLowerCase()] ?? expression;
}
