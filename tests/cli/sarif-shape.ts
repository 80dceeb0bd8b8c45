/**
 * What SARIF 2.1.0 (OASIS, sections 3.13 to 3.30) and code scanning require of the parts that Vigie writes, written out by hand:
 * the standard's own schema is in no package of this project. Closed, so that a key that the standard does not have is refused.
 */
const message = { type: 'object', required: ['text'], additionalProperties: false, properties: { text: { type: 'string', minLength: 1 }, markdown: { type: 'string' } } };
const level = { enum: ['none', 'note', 'warning', 'error'] };

const rule = {
  type: 'object',
  required: ['id', 'shortDescription', 'fullDescription', 'help'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    name: { type: 'string', pattern: '^[A-Z][A-Za-z]+$', maxLength: 255 },
    shortDescription: { ...message, properties: { ...message.properties, text: { type: 'string', maxLength: 1024 } } },
    fullDescription: { ...message, properties: { ...message.properties, text: { type: 'string', maxLength: 1024 } } },
    help: message,
    defaultConfiguration: { type: 'object', required: ['level'], additionalProperties: false, properties: { level } },
    properties: { type: 'object', properties: { tags: { type: 'array', maxItems: 20, uniqueItems: true, items: { type: 'string' } } } },
  },
};

const location = {
  type: 'object',
  required: ['physicalLocation'],
  additionalProperties: false,
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      additionalProperties: false,
      properties: {
        artifactLocation: { type: 'object', required: ['uri'], additionalProperties: false, properties: { uri: { type: 'string', format: 'uri-reference', not: { pattern: '^(/|\\.|[a-z]+:)' } }, uriBaseId: { const: '%SRCROOT%' } } },
        region: { type: 'object', required: ['startLine'], additionalProperties: false, properties: { startLine: { type: 'integer', minimum: 1 }, startColumn: { type: 'integer', minimum: 1 }, snippet: { type: 'object', required: ['text'], additionalProperties: false, properties: { text: { type: 'string' } } } } },
      },
    },
    logicalLocations: { type: 'array', items: { type: 'object', additionalProperties: false, properties: { fullyQualifiedName: { type: 'string' }, kind: { type: 'string' } } } },
  },
};

const result = {
  type: 'object',
  required: ['ruleId', 'message', 'locations', 'partialFingerprints'],
  additionalProperties: false,
  properties: {
    ruleId: { type: 'string' },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: { type: 'array', minItems: 1, items: location },
    partialFingerprints: { type: 'object', required: ['primaryLocationLineHash'], additionalProperties: { type: 'string' } },
  },
};

export const sarifShape = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        additionalProperties: false,
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: { driver: { type: 'object', required: ['name', 'rules'], additionalProperties: false, properties: { name: { type: 'string' }, semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' }, language: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' }, rules: { type: 'array', uniqueItems: true, items: rule } } } },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
        },
      },
    },
  },
};
