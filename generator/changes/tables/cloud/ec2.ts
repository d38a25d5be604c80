// Security groups and what they let through, subnets and where they lead.
import { changed, lowered, raised, to } from '../../directions.ts';
import type { Knowledge, Row } from '../../knowledge.ts';
import { number } from '../../measures.ts';
import { fine, managed, noHarm, tagRows, tell } from './managed.ts';
import { narrowerRange, widerRange } from './ranges.ts';

const guide = 'https://docs.aws.amazon.com/vpc/latest/userguide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference';
const groups = `${guide}/vpc-security-groups.html`;
const rules = `${guide}/security-group-rules.html`;
const subnets = `${guide}/configure-subnets.html`;
const tables = `${guide}/VPC_Route_Tables.html`;

const everywhere = ['0.0.0.0/0', '::/0'];
const open = { created: ['exposure', 'more addresses or groups get through'] } as const;
const closed = { deleted: ['downtime', 'who came through the rule is refused'] } as const;

const securityGroup = managed(
  'ec2',
  'SecurityGroup',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'what uses the group lets nobody through any more'],
    source: groups,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-ec2-securitygroup.html`, {
      '{name,description}': 'a group keeps its name and its description',
      'vpcId{,Ref,Selector}': 'a group keeps its network',
    }),
    ...fine('revokeRulesOnDelete'),
  ],
);

/** Of rules that let one range or one group through, in either way. */
function ruleRows(template: string): Row[] {
  return [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-ec2-${template}.html`, {
      '{cidrIpv4,cidrIpv6,ipProtocol,fromPort,toPort}': 'a rule is not changed in place, only made anew',
      '{securityGroupId,referencedSecurityGroupId,prefixListId}{,Ref,Selector}':
        'a rule is not changed in place, only made anew',
    }),
    ...tell(widerRange, 'exposure', rules, { '{cidrIpv4,cidrIpv6}': 'more addresses get through' }),
    ...tell(narrowerRange, 'downtime', rules, {
      '{cidrIpv4,cidrIpv6}': 'addresses that got through are refused',
    }),
    ...tell(to(...everywhere), 'exposure', rules, { '{cidrIpv4,cidrIpv6}': 'every address gets through' }),
    ...tell(to('-1'), 'exposure', rules, { ipProtocol: 'every protocol and port gets through' }),
    ...tell(lowered(number), 'exposure', rules, { fromPort: 'more ports are open' }),
    ...tell(raised(number), 'exposure', rules, { toPort: 'more ports are open' }),
    ...tell(raised(number), 'downtime', rules, { fromPort: 'fewer ports are open' }),
    ...tell(lowered(number), 'downtime', rules, { toPort: 'fewer ports are open' }),
    ...tell(changed, 'exposure', rules, {
      '{referencedSecurityGroupId,prefixListId}{,Ref,Selector}': 'others get through',
    }),
    ...fine('description'),
  ];
}

const ingress = managed(
  'ec2',
  'SecurityGroupIngressRule',
  { nature: 'access', ...open, ...closed, source: rules },
  ruleRows('securitygroupingress'),
);

const egress = managed(
  'ec2',
  'SecurityGroupEgressRule',
  { nature: 'access', ...open, ...closed, source: rules },
  ruleRows('securitygroupegress'),
);

const eitherWay = managed(
  'ec2',
  'SecurityGroupRule',
  { nature: 'access', ...open, ...closed, source: rules },
  [
    ...tell(
      changed,
      'stuck',
      'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule',
      {
        '{type,protocol,fromPort,toPort,self}': 'a rule is never changed, only made anew',
        '{cidrBlocks,ipv6CidrBlocks}{,Refs,Selector}': 'a rule is never changed, only made anew',
        'prefixListId{s,Refs,Selector}': 'a rule is never changed, only made anew',
        '{securityGroupId,sourceSecurityGroupId}{,Ref,Selector}': 'a rule is never changed, only made anew',
      },
    ),
    ...tell(to(...everywhere), 'exposure', rules, {
      '{cidrBlocks,ipv6CidrBlocks}[]': 'every address gets through',
    }),
    ...fine('description'),
  ],
);

const subnet = managed(
  'ec2',
  'Subnet',
  {
    nature: 'access',
    created: noHarm,
    deleted: ['downtime', 'what runs in the subnet has no network'],
    source: subnets,
  },
  [
    ...tagRows,
    ...tell(changed, 'stuck', `${templates}/aws-resource-ec2-subnet.html`, {
      'vpcId{,Ref,Selector}': 'a subnet keeps its network',
      '{availabilityZone,availabilityZoneId,outpostArn}': 'a subnet keeps its zone',
      '{cidrBlock,ipv6CidrBlock,ipv6Native,ipv4NetmaskLength,ipv6NetmaskLength}':
        'a subnet keeps its addresses',
      '{ipv4IpamPoolId,ipv4IpamPoolIdRef,ipv4IpamPoolIdSelector,ipv6IpamPoolId}':
        'a subnet keeps its addresses',
    }),
    ...tell(to(true), 'exposure', subnets, {
      '{mapPublicIpOnLaunch,assignIpv6AddressOnCreation}': 'machines get addresses of the internet',
    }),
    ...fine(
      '{enableDns64,enableResourceNameDnsARecordOnLaunch,enableResourceNameDnsAaaaRecordOnLaunch}',
      'privateDnsHostnameTypeOnLaunch',
    ),
  ],
);

const routeTableAssociation = managed(
  'ec2',
  'RouteTableAssociation',
  {
    nature: 'access',
    created: ['exposure', 'the subnet leads elsewhere, perhaps to the internet'],
    deleted: ['exposure', 'the subnet leads where the main table of its network does'],
    source: tables,
  },
  [
    ...tell(changed, 'stuck', `${templates}/aws-resource-ec2-subnetroutetableassociation.html`, {
      '{routeTableId,subnetId,gatewayId}{,Ref,Selector}': 'an association is not changed, only made anew',
    }),
    ...tell(changed, 'exposure', tables, {
      'routeTableId{,Ref,Selector}': 'the subnet leads elsewhere, perhaps to the internet',
    }),
  ],
);

export const ec2: readonly Knowledge[] = [
  securityGroup,
  ingress,
  egress,
  eitherWay,
  subnet,
  routeTableAssociation,
];
