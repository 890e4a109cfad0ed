import { carry, entryOf, place, shallowCopy } from '../../model/origin.ts';
import { defineResource } from '../../model/plugin.ts';
import { tagList } from '../../model/tags.ts';
import type { JsonMap } from '../../model/tree.ts';
import { samTags } from '../sam-tags.ts';
import { templateSource } from './location.ts';
import { applicationProperties } from './properties.ts';

export const application = defineResource({
  type: 'AWS::Serverless::Application',
  phase: 'other',
  properties: applicationProperties,
  expand(cx) {
    const { url, tags } = templateSource(cx);
    const properties = cx.passed();
    properties['TemplateURL'] = url;
    place(properties, 'TemplateURL', entryOf(cx.properties, 'Location'));
    properties['Tags'] = samTags(cx, cx.props.Tags, tagList(tags));
    const attributes = shallowCopy(cx.inherited as JsonMap);
    carry(cx.attributes as JsonMap, 'DependsOn', attributes);
    cx.emit({ id: cx.id, type: 'AWS::CloudFormation::Stack', properties, attributes, cause: cx.cause });
  },
});
