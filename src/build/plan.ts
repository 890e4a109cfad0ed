import type { Artifact } from '../model/artifact.ts';
import type { Finding } from '../model/problem.ts';
import type { JsonMap } from '../model/tree.ts';
import type { Document } from '../parse/index.ts';
import { type ExpandOptions, transform } from '../transform/index.ts';
import { withAssetPaths } from './asset-paths.ts';

/** A file that the template needs in S3. */
export interface PlannedFile extends Pick<Artifact, 'name' | 'made' | 'path' | 'expanded' | 'image'> {
  /** What its bytes are made from: the path, or what was built from it. */
  readonly from: string;
  /** The properties that name it. */
  readonly users: readonly Artifact[];
}

/** What a build makes of a template. */
export interface Plan {
  /** The expanded template; undefined where it has errors. */
  readonly template: JsonMap | undefined;
  /** Each file once, in the order in which the template first names it. */
  readonly files: readonly PlannedFile[];
  readonly findings: readonly Finding[];
}

/** Where a file, or the folder of an image, lies in the output: it is called as it will be where it is published. */
export const fileOf = ({ name, made }: Pick<Artifact, 'name' | 'made'>): string =>
  `${made === 'image' ? 'images' : 'assets'}/${name}`;

/** Plans what is packaged: all that the expanded template names, and nothing else. */
export const planOf = (document: Document, options: ExpandOptions): Plan => {
  const { template, findings, artifacts } = transform(document, options);
  const templates = new Set(artifacts.filter(({ made }) => made === 'template').map(({ name }) => name));
  const located = (tree: JsonMap): JsonMap =>
    withAssetPaths(tree, (name) => (templates.has(name) ? fileOf({ name, made: 'template' }) : undefined));

  const files = new Map<string, PlannedFile & { users: Artifact[] }>();
  for (const artifact of artifacts) {
    const { name, made, path, built, expanded, image } = artifact;
    const file = files.get(name);
    if (file) file.users.push(artifact);
    else
      files.set(name, {
        name,
        made,
        path,
        from: built ?? path,
        image,
        expanded: expanded && located(expanded),
        users: [artifact],
      });
  }
  return { template: template && located(template), files: [...files.values()], findings: findings.all };
};
