import { defineRule } from '../../model/rule.ts';
import { isList } from '../../model/tree.ts';
import { certainItems } from '../facts/templates/choices.ts';
import { headOf } from '../facts/templates/places.ts';
import { checkIntegers } from '../facts/templates/range.ts';

const age = { minimum: 0, maximum: 86_400 };
const methods = ['GET', 'PUT', 'HEAD', 'POST', 'PATCH', 'DELETE', '*'];
const maximumMethods = 6;
const maximumItems = 100;
const maximumOrigin = 253;

export const lambdaUrlCors = defineRule({
  id: 'lambda-url-cors',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Invalid function URL CORS',
  description:
    '`Cors` of a function URL: `MaxAge` 0 to 86,400 seconds; `AllowMethods` 1 to 6 of GET, PUT, HEAD, POST, PATCH, DELETE and `*`; at most 100 origins (each at most 253 characters) and 100 headers per list. `AllowCredentials` together with the origin `*` is a warning: browsers refuse the answer.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html',
  fixes: { age: 'unsafe' },
  messages: {
    age: "'MaxAge' is {value}; it must be an integer from {minimum} to {maximum} seconds.",
    method: "'{value}' is not a method for 'AllowMethods'; allowed: {allowed}.",
    count: "'{name}' has {count} items; allowed are {range}.",
    origin: 'An allowed origin has {length} characters; at most {maximum} are allowed.',
    credentials: "'AllowCredentials' with the origin '*' is refused by browsers; name the origins.",
  },
  example: {
    in: 'function',
    fails: "FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigins: ['*'], MaxAge: ‹100000›}}",
    passes: "FunctionUrlConfig: {AuthType: AWS_IAM, Cors: {AllowOrigins: ['*'], MaxAge: 86400}}",
  },
  on: ['AWS::Lambda::Url'],
  check(url, cx) {
    checkIntegers(cx, url.numbers('Cors', 'MaxAge'), age, 'age');
    for (const { value, at } of url.strings('Cors', 'AllowMethods', '*')) {
      if (!methods.includes(value)) cx.report('method', at, { data: { value, allowed: methods.join(', ') } });
    }
    const limits = { AllowMethods: maximumMethods, AllowOrigins: maximumItems, AllowHeaders: maximumItems };
    for (const [name, maximum] of Object.entries({ ...limits, ExposeHeaders: maximumItems })) {
      const minimum = name === 'AllowMethods' ? 1 : 0;
      for (const { value, path } of url.all('Cors', name)) {
        if (!isList(value)) continue;
        const count = certainItems(value).length;
        if (count > maximum || value.length < minimum) {
          cx.report('count', headOf(url, path), { data: { name, count, range: `${minimum} to ${maximum}` } });
        }
      }
    }
    const origins = url.strings('Cors', 'AllowOrigins', '*');
    for (const { value, at } of origins) {
      if (value.length > maximumOrigin) {
        cx.report('origin', at, { data: { length: value.length, maximum: maximumOrigin } });
      }
    }
    const any = origins.find(({ value }) => value === '*');
    const credentials = url.strings('Cors', 'AllowCredentials').find(({ value }) => value === 'true');
    if (any && credentials) cx.report('credentials', credentials.at, { level: 'warning', related: [any.at] });
  },
});
