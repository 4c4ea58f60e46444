import { allOf, fails, holds, type Judgement, resourceRule, type Value } from "../../rule";

/** What may be given a throughput of its own; the classes named DatabaseAccount… are those of the API of 2015. */
const withThroughput = [
  "CassandraResourceCassandraKeyspace",
  "CassandraResourceCassandraTable",
  "CassandraResourceCassandraView",
  "DatabaseAccountCassandraKeyspace",
  "DatabaseAccountCassandraTable",
  "DatabaseAccountGremlinDatabase",
  "DatabaseAccountGremlinGraph",
  "DatabaseAccountMongoDBCollection",
  "DatabaseAccountMongoDBDatabase",
  "DatabaseAccountSqlContainer",
  "DatabaseAccountSqlDatabase",
  "DatabaseAccountTable",
  "GraphResourceGraph",
  "GremlinResourceGremlinDatabase",
  "GremlinResourceGremlinGraph",
  "MongoDBResourceMongoDBCollection",
  "MongoDBResourceMongoDBDatabase",
  "SqlResourceSqlContainer",
  "SqlResourceSqlDatabase",
  "TableResourceTable",
].map((name) => `cosmosdb:${name}`);

export const cosmosThroughput = resourceRule({
  id: "cosmos-maximum-throughput",
  title: "Cosmos DB databases and containers buy no more throughput than agreed",
  covers: ["AzurePolicy-0b7ef78e-cosmos-throughput"],
  requirements: ["OE-R13"],
  severity: "medium",
  appliesTo: withThroughput,
  config: {
    maxThroughput: {
      type: "integer",
      minimum: 400,
      default: 10_000,
      description:
        "Request units a second, fixed or as the top of autoscale; one physical partition of Cosmos DB serves 10,000",
    },
  },
  holds: (container, { config }) =>
    allOf(
      atMost(container.at("options.throughput"), config.maxThroughput),
      atMost(container.at("options.autoscaleSettings.maxThroughput"), config.maxThroughput),
    ),
  fix: "Lower the throughput, or have the limit raised in the pack's configuration by whoever answers for the cost.",
  why: "Throughput is paid by the hour, used or not, and one digit too many is ten times the bill.",
});

/** The older API writes the number as a text. */
function atMost(throughput: Value, most: number): Judgement {
  return throughput.judge((given) =>
    given === undefined || (isCount(given) && Number(given) <= most)
      ? holds
      : fails(throughput.path, `must be at most ${most} request units a second`),
  );
}

function isCount(given: unknown): boolean {
  return typeof given === "number" || (typeof given === "string" && /^\d+$/.test(given));
}
