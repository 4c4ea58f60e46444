import type { Command, Option } from "commander";

/** What is wrong with a command of ours, by the command line itself: no such command, option or argument, or one too few. */
export function ownCommandProblems(program: Command, words: readonly string[]): string[] {
  let command = program;
  const rest = [...words];
  for (;;) {
    const below = command.commands.find((candidate) => candidate.name() === rest[0]);
    if (below === undefined) break;
    command = below;
    rest.shift();
  }
  const given: Option[] = [];
  const positional: string[] = [];
  const problems: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? "";
    if (!word.startsWith("-")) positional.push(word);
    else {
      const option = command.options.find(({ long, short }) => long === word || short === word);
      if (option === undefined) problems.push(`${pathOf(command)} takes no ${word}`);
      else given.push(option);
      if (option?.required === true) rest.shift();
    }
  }
  const lacking = command.options.filter((option) => option.mandatory && !given.includes(option));
  const needed = command.registeredArguments.filter(({ required }) => required).length;
  const most = command.registeredArguments.length;
  return [
    ...problems,
    ...lacking.map(({ long }) => `${pathOf(command)} needs ${long}`),
    ...(positional.length < needed ? [`${pathOf(command)} needs ${needed} arguments`] : []),
    ...(positional.length > most ? [`${pathOf(command)} has no use for ${positional.slice(most).join(" ")}`] : []),
  ];
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
