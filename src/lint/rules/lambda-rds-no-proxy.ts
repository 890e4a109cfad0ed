import { defineTemplateRule } from '../../model/rule.ts';
import { isInVpc } from '../facts/functions/vpc.ts';
import { referencesIn } from '../facts/templates/references.ts';

const types = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

export const lambdaRdsNoProxy = defineTemplateRule({
  id: 'lambda-rds-no-proxy',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  title: 'Functions connect to RDS without RDS Proxy',
  description:
    'Every environment of a function opens its own connections to the database, and a burst of invocations uses up all that it allows. An `AWS::RDS::DBProxy` between them shares connections.',
  source: 'AWS docs: Using Amazon RDS Proxy with Lambda',
  messages: {
    direct: "'{fn}' connects to the database '{database}' directly; put an AWS::RDS::DBProxy between them.",
  },
  check(cx) {
    const databases = new Map(cx.resources(...types).map((node) => [node.id, node]));
    if (databases.size === 0 || cx.resources('AWS::RDS::DBProxy').length > 0) return;
    for (const fn of cx.resources('AWS::Lambda::Function')) {
      if (!isInVpc(fn)) continue;
      const references = fn
        .all('Environment', 'Variables', '*')
        .flatMap(({ value, at }) => referencesIn(value, at).map((reference) => ({ ...reference, at })))
        .filter(({ name, attribute }) => databases.has(name) && /^(Read)?Endpoint\b/.test(attribute ?? ''));
      const [first] = references;
      if (!first) continue;
      cx.report('direct', first.at, {
        data: { fn: fn.id, database: first.name },
        related: [databases.get(first.name)?.at],
        logicalId: fn.id,
      });
    }
  },
});
