import type { CodeDocs } from '../../model/code-doc.ts';

const guide = 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide';
const connector = `${guide}/sam-resource-connector.html`;
const reference = `${guide}/reference-sam-connector.html`;

const orders = `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}`;

/** A function, a table and a connector with these properties. */
const connected = (properties: string, more = '', tableType = 'AWS::Serverless::SimpleTable'): string => `${orders}
Table: {Type: ${tableType}}
OrdersToTable:
  Type: AWS::Serverless::Connector
  Properties:
    ${properties.replaceAll('\n', '\n    ')}${more}`;

const ends = 'Source: {Id: Orders}\nDestination: {Id: Table}';

/** What is documented of the codes of `AWS::Serverless::Connector`. */
export const connectorCodes: CodeDocs = {
  'ambiguous-connector-end': {
    title: 'End of a connector with Id and other settings',
    why: 'An end is either a resource of the template, by its `Id`, or one outside, by its type and ARN.',
    cure: 'Keep `Id`, or the other settings.',
    source: connector,
    example: {
      in: 'resources',
      fails: connected(
        'Source: {Id: Orders}\nDestination: ‹{Id: Table, Arn: !ImportValue table}›\nPermissions: [Write]',
      ),
      passes: connected(`${ends}\nPermissions: [Write]`),
    },
  },
  'unknown-connector-id': {
    title: 'Connector to a resource that is not in the template',
    why: 'A connector finds the role, ARN and name of its ends in the template.',
    cure: 'Correct the `Id`; for a resource outside the template give its type and ARN.',
    source: connector,
    example: {
      in: 'resources',
      fails: connected('Source: {Id: Orders}\nDestination: ‹{Id: Tables}›\nPermissions: [Write]'),
      passes: connected(`${ends}\nPermissions: [Write]`),
    },
  },
  'missing-connector-type': {
    title: 'End of a connector without a type',
    why: 'The permissions depend on the types of both ends.',
    cure: 'Add `Type` to the end, or to the resource that it names.',
    source: connector,
    example: {
      in: 'resources',
      fails: connected('Source: {Id: Orders}\nDestination: ‹{Arn: !ImportValue table}›\nPermissions: [Write]'),
      passes: connected(
        'Source: {Id: Orders}\nDestination: {Type: AWS::DynamoDB::Table, Arn: !ImportValue table}\nPermissions: [Write]',
      ),
    },
  },
  'connector-end-not-expanded': {
    title: 'Connector to a resource that could not be expanded',
    why: 'The resource at this end has errors of its own, so the connector has nothing to connect.',
    cure: 'Correct the errors of that resource.',
    source: connector,
    example: { none: 'it comes with the errors of the other resource' },
  },
  'unsupported-connector': {
    title: 'Connector between types that SAM does not connect',
    why: 'SAM knows the permissions for certain pairs of types.',
    cure: 'Write the policy yourself.',
    source: reference,
    example: {
      in: 'resources',
      fails: `
Topic: {Type: AWS::SNS::Topic}
Table: {Type: AWS::Serverless::SimpleTable}
TopicToTable:
  Type: AWS::Serverless::Connector
  Properties: {Source: {Id: Topic}, Destination: ‹{Id: Table}›, Permissions: [Write]}`,
      passes: connected(`${ends}\nPermissions: [Write]`),
    },
  },
  'invalid-connector-permissions': {
    title: 'Permission that this connector does not have',
    why: '`Read` and `Write` exist for some pairs of types only, and for some only together.',
    cure: 'Use the permissions in the message.',
    source: reference,
    example: {
      in: 'resources',
      fails: connected(`${ends}\nPermissions: [‹Delete›]`),
      passes: connected(`${ends}\nPermissions: [Write]`),
    },
  },
  'missing-connector-detail': {
    title: 'Connector that does not know enough of an end',
    why: 'The policy needs an ARN, URL or name that the template does not show.',
    cure: 'Add the detail to the end of the connector.',
    source: connector,
    example: {
      in: 'resources',
      fails: connected('Source: {Id: Orders}\nDestination: ‹{Type: AWS::DynamoDB::Table}›\nPermissions: [Write]'),
      passes: connected(
        'Source: {Id: Orders}\nDestination: {Type: AWS::DynamoDB::Table, Arn: !ImportValue table}\nPermissions: [Write]',
      ),
    },
  },
  'missing-connector-role': {
    title: 'Connector without a role to add a policy to',
    why: 'The connector adds its policy to the role of the source, which must be known by name.',
    cure: 'Let the source refer to a role of the template, or give `RoleName`.',
    source: connector,
    example: {
      in: 'resources',
      fails: connected(
        'Source: ‹{Type: AWS::Lambda::Function, Arn: !ImportValue orders}›\nDestination: {Id: Table}\nPermissions: [Write]',
      ),
      passes: connected(
        'Source: {Type: AWS::Lambda::Function, Arn: !ImportValue orders, RoleName: !ImportValue orders-role}\nDestination: {Id: Table}\nPermissions: [Write]',
      ),
    },
  },
  'dangling-dependency': {
    title: 'Connector that depends on another connector',
    why: 'Connectors disappear when they are expanded, so `DependsOn` would name a resource that does not exist.',
    cure: 'Depend on a resource that the other connector creates.',
    source: connector,
    example: {
      in: 'resources',
      fails: `${connected(`${ends}\nPermissions: [Write]`)}
‹Reading›:
  Type: AWS::Serverless::Connector
  DependsOn: OrdersToTable
  Properties: {Source: {Id: Orders}, Destination: {Id: Table}, Permissions: [Read]}`,
      passes: `${connected(`${ends}\nPermissions: [Write]`)}
Reading:
  Type: AWS::Serverless::Connector
  Properties: {Source: {Id: Orders}, Destination: {Id: Table}, Permissions: [Read]}`,
    },
  },
  'embedded-connector-replaced': {
    title: 'Two embedded connectors with one logical ID',
    why: 'An embedded connector is called after its resource and its own name; two that come to the same ID replace each other.',
    cure: 'Rename one of them.',
    source: connector,
    example: {
      in: 'resources',
      fails: `
Orders:
  Type: AWS::Serverless::Function
  Connectors: {‹ToTable›: {Properties: {Destination: {Id: Table}, Permissions: [Write]}}}
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
OrdersTo:
  Type: AWS::Serverless::Function
  Connectors: {Table: {Properties: {Destination: {Id: Table}, Permissions: [Write]}}}
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
Table: {Type: AWS::Serverless::SimpleTable}`,
      passes: connected(`${ends}\nPermissions: [Write]`),
    },
  },
  'invalid-source-reference': {
    title: 'SourceReference with an Id',
    why: 'The source of an embedded connector is the resource that it is in; `SourceReference` only adds to that, such as a `Qualifier`.',
    cure: 'Remove `Id`.',
    source: connector,
    example: {
      in: 'resources',
      fails: `
Orders:
  Type: AWS::Serverless::Function
  Connectors: {ToTable: {Properties: {SourceReference: ‹{Id: Orders}›, Destination: {Id: Table}, Permissions: [Write]}}}
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
Table: {Type: AWS::Serverless::SimpleTable}`,
      passes: `
Orders:
  Type: AWS::Serverless::Function
  Connectors: {ToTable: {Properties: {Destination: {Id: Table}, Permissions: [Write]}}}
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
Table: {Type: AWS::Serverless::SimpleTable}`,
    },
  },
};
