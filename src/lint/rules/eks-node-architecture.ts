import { defineRule } from '../../model/rule.ts';

/** Families of instances with a processor of the Arm architecture: a1, and those with a `g` behind their generation. */
const arm = /^(a1|[a-z]+\d+g[a-z]*)\./;

export const eksNodeArchitecture = defineRule({
  id: 'eks-node-architecture',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Node group with instances of another architecture than its image',
  description:
    "The `AmiType` of a node group says the architecture of its image: `AL2023_ARM_64_STANDARD` goes with instances such as t4g and m7g, `AL2023_x86_64_STANDARD` with the others. EKS refuses other pairs: '[t4g.medium] is not a valid instance type for requested amiType'.",
  source:
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html; https://github.com/eksctl-io/eksctl/issues/7754',
  macros: 'silent',
  messages: {
    other: "'{instance}' has a processor of the {own} architecture, and images of the type {image} are for {other}.",
  },
  example: {
    in: 'resources',
    fails: `
Nodes:
  Type: AWS::EKS::Nodegroup
  Properties:
    ClusterName: shop
    NodeRole: !ImportValue role
    Subnets: [subnet-0a1b2c3d]
    AmiType: AL2023_x86_64_STANDARD
    InstanceTypes: [‹t4g.medium›]
`,
    passes: `
Nodes:
  Type: AWS::EKS::Nodegroup
  Properties:
    ClusterName: shop
    NodeRole: !ImportValue role
    Subnets: [subnet-0a1b2c3d]
    AmiType: AL2023_ARM_64_STANDARD
    InstanceTypes: [t4g.medium]
`,
  },
  on: ['AWS::EKS::Nodegroup'],
  reads: ['AmiType'],
  check(nodes, cx) {
    const [image] = nodes.all('AmiType').length === 1 ? nodes.strings('AmiType') : [];
    const isArmImage = image && (/_ARM_64/.test(image.value) ? true : /_x86_64/.test(image.value) ? false : undefined);
    if (!image || isArmImage === undefined) return;
    for (const { value: instance, at, path } of nodes.strings('InstanceTypes', '*')) {
      if (path.includes('Fn::If') || !instance.includes('.') || arm.test(instance) === isArmImage) continue;
      const [own, other] = isArmImage ? ['x86_64', 'Arm'] : ['Arm', 'x86_64'];
      cx.report('other', at, { data: { instance, own, image: image.value, other }, related: [image.at] });
    }
  },
});
