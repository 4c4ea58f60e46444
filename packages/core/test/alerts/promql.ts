/**
 * A strict reader of the part of PromQL that alert rules use: it refuses whatever it does not know. The grammar is
 * Prometheus's (documentation, "Querying basics", "Operators" and "Functions").
 */

/** The functions that are known, with what each takes: a scalar, an instant vector or a range vector. */
const functions: Readonly<Record<string, readonly Kind[]>> = {
  increase: ["range"],
  rate: ["range"],
  max_over_time: ["range"],
  timestamp: ["vector"],
  time: [],
  histogram_quantile: ["scalar", "vector"],
};

const aggregations = ["sum", "max", "min", "avg", "count"];

type Kind = "scalar" | "vector" | "range";

const TOKEN =
  /\s*(?:(\d+[smhdw](?::\d+[smhdw])?)|(\d+(?:\.\d+)?)|([a-zA-Z_:][a-zA-Z0-9_:]*)|("(?:[^"\\]|\\.)*")|(=~|!~|!=|>=|<=|==|[-+*/%^><=(){}[\],]))/y;

interface Token {
  type: "duration" | "number" | "word" | "string" | "sign";
  text: string;
}

/** Throws where the text is no PromQL; gives what the expression results in. */
export function promqlKind(text: string): Kind {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at]?.text;
  const fail = (wanted: string): never => {
    throw new Error(`${wanted} expected at ${tokens[at]?.text ?? "the end"} (token ${at}) of: ${text}`);
  };
  const take = (wanted: string) => (peek() === wanted ? tokens[at++] : fail(wanted));
  const takeType = (type: Token["type"]): Token => {
    const token = tokens[at];
    if (token?.type !== type) return fail(type);
    at += 1;
    return token;
  };

  const levels = [
    ["and", "unless", "or"],
    [">", "<", ">=", "<=", "==", "!="],
    ["+", "-"],
    ["*", "/", "%"],
  ];

  function binary(level: number): Kind {
    const signs = levels[level];
    if (signs === undefined) return unary();
    let left = binary(level + 1);
    while (signs.includes(peek() ?? "")) {
      const sign = tokens[at++]?.text ?? "";
      const right = binary(level + 1);
      if (left === "range" || right === "range") fail(`no range vector beside ${sign}`);
      if (level === 0 && (left === "scalar" || right === "scalar")) fail(`vectors on both sides of ${sign}`);
      left = left === "vector" || right === "vector" ? "vector" : "scalar";
    }
    return left;
  }

  function unary(): Kind {
    const kind = primary();
    if (peek() !== "[") return kind;
    take("[");
    const { text: duration } = takeType("duration");
    take("]");
    if (kind !== "vector") fail("a vector before a range");
    if (last === "selector" ? duration.includes(":") : !duration.includes(":"))
      fail("a range on a selector, a subquery with its step on anything else");
    return "range";
  }

  let last: "selector" | "other" = "other";

  function primary(): Kind {
    if (peek() === "(") {
      take("(");
      const kind = binary(0);
      take(")");
      last = "other";
      return kind;
    }
    if (tokens[at]?.type === "number") {
      at += 1;
      last = "other";
      return "scalar";
    }
    const { text: word } = takeType("word");
    if (aggregations.includes(word)) return aggregation();
    if (peek() === "(") return call(word);
    if (peek() === "{") matchers();
    last = "selector";
    return "vector";
  }

  function aggregation(): Kind {
    if (peek() === "by" || peek() === "without") {
      at += 1;
      take("(");
      while (peek() !== ")") {
        takeType("word");
        if (peek() !== ")") take(",");
      }
      take(")");
    }
    take("(");
    if (binary(0) !== "vector") fail("a vector to aggregate");
    take(")");
    last = "other";
    return "vector";
  }

  function call(name: string): Kind {
    const wanted = functions[name] ?? fail(`a known function instead of ${name}`);
    take("(");
    wanted.forEach((kind, index) => {
      if (index > 0) take(",");
      if (binary(0) !== kind) fail(`a ${kind} for ${name}`);
    });
    take(")");
    last = "other";
    return wanted.length === 0 ? "scalar" : "vector";
  }

  function matchers(): void {
    take("{");
    while (peek() !== "}") {
      takeType("word");
      const sign = takeType("sign").text;
      if (!["=", "!=", "=~", "!~"].includes(sign)) fail("a matcher's sign");
      const value = JSON.parse(takeType("string").text) as string;
      if (sign.includes("~")) new RegExp(`^(?:${value})$`);
      if (peek() !== "}") take(",");
    }
    take("}");
  }

  const kind = binary(0);
  if (at < tokens.length) fail("the end");
  return kind;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`no PromQL at ${from}: ${text.slice(from)}`);
    const types = ["duration", "number", "word", "string", "sign"] as const;
    types.forEach((type, index) => {
      const part = match[index + 1];
      if (part !== undefined) tokens.push({ type, text: part });
    });
  }
  return tokens;
}
