import { called, capital } from '../words/nouns.ts';
import { defineConsequence } from './consequence.ts';

export default defineConsequence({
  id: 'secret-regenerated',
  level: 'warning',
  title: 'A secret gets another generated value',
  description:
    'CloudFormation generates a new value when a property of `GenerateSecretString` changes, and the former one is no longer current. What took the value by `{{resolve:secretsmanager:…}}`, such as the password of a database, keeps the former one until it changes itself, while functions that read the secret get the new one.',
  *find(cx) {
    for (const change of cx.changes('AWS::SecretsManager::Secret')) {
      if (change.fate === 'replaced' || !change.before || !change.after) continue;
      const difference = change.differences.find(({ path }) => path[0] === 'GenerateSecretString');
      // Without it the value stays, or is given.
      if (!difference || !('GenerateSecretString' in cx.properties(change.after))) continue;
      const perhaps = difference.certain ? '' : 'perhaps ';
      yield {
        text: `${capital(called(change.type, change.id))} ${perhaps}gets a new generated value: what was set from '{{resolve:secretsmanager:…}}', such as the password of a database, keeps the former one.`,
        cure: `Restore 'GenerateSecretString', or change what uses the value in the same deployment.`,
        resource: change.id,
        at: difference.at ?? change.at,
        wasAt: difference.wasAt,
      };
    }
  },
});
