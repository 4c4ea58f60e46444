const { Thing, Stranger, guess } = require("../echo");

const stranger = new Stranger("stranger", { name: "s", size: 3 });
const dependent = new Thing("dependent", { source: stranger.endpoint.apply((endpoint) => endpoint.toUpperCase()) });

exports.size = stranger.size;
exports.endpoint = stranger.endpoint.apply((endpoint) => endpoint.toUpperCase());
exports.dependent = dependent.computed.apply((computed) => computed.toUpperCase());
exports.guessed = guess({ key: "k" }).apply(({ digest }) => digest.toUpperCase());
