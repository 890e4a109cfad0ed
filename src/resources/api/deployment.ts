import { restFunctionNames } from '../../model/channel.ts';
import { sha1Hex } from '../../model/hash.ts';
import { ref } from '../../model/intrinsics.ts';
import { message } from '../../model/problem.ts';
import { isString, isTruthy, type JsonMap } from '../../model/tree.ts';
import { History, toText } from '../../openapi/fingerprint/index.ts';
import { versionText } from '../../openapi/version.ts';
import { uncountedDefinition } from '../unread-definition.ts';
import type { ApiContext } from './context.ts';

const delimiter = '||';

const NoTime = message(
  'always-deploy',
  'warning',
  () =>
    "'AlwaysDeploy' counts the time of the deployment, which was not given: the API is deployed again only where its definition changes. Give the time with '--date now', or as the option 'now' of the library.",
);

/**
 * Emits the `AWS::ApiGateway::Deployment`. API Gateway deploys only when there is a new one, so its logical id follows
 * from all that is deployed.
 * @param definition the text of the definition; undefined without one
 * @param domain the text of the custom domain
 * @returns the deployment's logical id
 */
export const emitDeployment = (cx: ApiContext, definition: string | undefined, domain: string | undefined): string => {
  const properties: JsonMap = { RestApiId: ref(cx.id) };
  // API Gateway makes a stage of this name beside the real one; OpenApiVersion does away with it.
  if (!isTruthy(cx.props.OpenApiVersion ?? null)) properties['StageName'] = 'Stage';
  let id = `${cx.id}Deployment`;
  tellWhatDoesNotCount(cx);
  if (definition !== undefined) {
    const digest = sha1Hex(deployedText(cx, definition, domain));
    id += digest.slice(0, 10);
    properties['Description'] = `RestApi deployment id: ${digest}`;
  }
  cx.emit({ id, type: 'AWS::ApiGateway::Deployment', properties, attributes: cx.inherited, cause: cx.cause });
  cx.refer('Deployment', id);
  return id;
};

/** Says what AWS makes the id of, and synth cannot. */
const tellWhatDoesNotCount = (cx: ApiContext): void => {
  if (cx.beforeBuild) return;
  if (cx.props.AlwaysDeploy === true) {
    if (cx.now === undefined) cx.report(NoTime(), cx.at('AlwaysDeploy'));
    return;
  }
  const uncounted = uncountedDefinition(cx.props.DefinitionBody);
  if (uncounted) cx.report(uncounted, cx.at('DefinitionBody'));
};

const deployedText = (cx: ApiContext, definition: string, domain: string | undefined): string => {
  if (cx.props.AlwaysDeploy === true && cx.now !== undefined) return String(Math.trunc(cx.now));
  const parts = [definition];
  if (isTruthy(cx.props.OpenApiVersion ?? null)) parts.push(versionText(cx.properties, 'OpenApiVersion'));
  if (domain !== undefined) parts.push(domain);
  const names = cx.contributions(restFunctionNames).map(({ item }) => {
    const history = new History();
    const name = history.written(item);
    history.copies++;
    return isString(item) ? item : toText(name, history);
  });
  if (names.length > 0) parts.push(names.join(''));
  return parts.join(delimiter);
};
