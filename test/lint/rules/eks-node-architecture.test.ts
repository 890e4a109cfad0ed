import { eksNodeArchitecture } from '../../../src/lint/rules/eks-node-architecture.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const nodes = (image: string, instances: string) => `Parameters: {Type: {Type: String}}
Conditions: {Arm: !Equals [!Ref Type, arm]}
Resources:
  Nodes: {Type: AWS::EKS::Nodegroup, Properties: {AmiType: ${image}, InstanceTypes: ${instances}}}
`;

tester.run(eksNodeArchitecture, {
  valid: [
    nodes(
      'AL2023_ARM_64_STANDARD',
      '[t4g.medium, m7g.large, c6gn.xlarge, a1.large, g5g.xlarge, i4g.xlarge, im4gn.large]',
    ),
    nodes('AL2_x86_64_GPU', '[g4dn.xlarge, g5.xlarge, g6.xlarge, p4d.24xlarge, m7i-flex.large]'),
    nodes('CUSTOM', '[t4g.medium]'),
    nodes('!Ref Type', '[t4g.medium]'),
    nodes('AL2_x86_64', '[!Ref Type]'),
    nodes('!If [Arm, AL2_ARM_64, AL2_x86_64]', '[!If [Arm, t4g.medium, t3.medium]]'),
  ],
  invalid: [
    marked(nodes('AL2_x86_64_GPU', '[‹t4g.medium›]'), {
      messageId: 'other',
      data: { instance: 't4g.medium', own: 'Arm', image: 'AL2_x86_64_GPU', other: 'x86_64' },
    }),
    marked(nodes('BOTTLEROCKET_ARM_64', '[m7g.large, ‹m7i.large›]'), {
      messageId: 'other',
      data: { own: 'x86_64', other: 'Arm' },
    }),
  ],
});
