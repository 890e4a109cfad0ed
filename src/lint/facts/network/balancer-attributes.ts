/** The attributes of a type: the property that holds them, how a message calls what has them, and their keys. */
interface Attributes {
  readonly property: string;
  readonly what: string;
  readonly keys: readonly string[];
}

const bucket = (name: string): readonly string[] => ['bucket', 'enabled', 'prefix'].map((key) => `${name}.s3.${key}`);

/** Headers that a listener can change, by their names with underscores. */
const requestHeaders = [
  ...['', '_issuer', '_leaf', '_serial_number', '_subject', '_validity'].map((part) => `mtls_clientcert${part}`),
  ...['tls_cipher_suite', 'tls_version'],
];
const responseHeaders = [
  ...['credentials', 'headers', 'methods', 'origin'].map((part) => `access_control_allow_${part}`),
  ...['access_control_expose_headers', 'access_control_max_age', 'content_security_policy'],
  ...['strict_transport_security', 'x_content_type_options', 'x_frame_options'],
];
const health = ['dns_failover', 'unhealthy_state_routing'].flatMap((name) =>
  ['count', 'percentage'].map((unit) => `target_group_health.${name}.minimum_healthy_targets.${unit}`),
);

/** By type. Sources: the pages of these types in the CloudFormation template reference. */
export const attributesOf: Readonly<Record<string, Attributes>> = {
  'AWS::ElasticLoadBalancingV2::Listener': {
    property: 'ListenerAttributes',
    what: 'listeners',
    keys: [
      ...requestHeaders.map((name) => `routing.http.request.x_amzn_${name}.header_name`),
      ...responseHeaders.map((name) => `routing.http.response.${name}.header_value`),
      'routing.http.response.server.enabled',
      'tcp.idle_timeout.seconds',
    ],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    property: 'LoadBalancerAttributes',
    what: 'load balancers',
    keys: [
      ...['access_logs', 'connection_logs', 'health_check_logs'].flatMap(bucket),
      'client_keep_alive.seconds',
      'deletion_protection.enabled',
      'dns_record.client_routing_policy',
      'idle_timeout.timeout_seconds',
      'ipv6.deny_all_igw_traffic',
      'load_balancing.cross_zone.enabled',
      'routing.http.desync_mitigation_mode',
      'routing.http.drop_invalid_header_fields.enabled',
      'routing.http.preserve_host_header.enabled',
      'routing.http.x_amzn_tls_version_and_cipher_suite.enabled',
      'routing.http.xff_client_port.enabled',
      'routing.http.xff_header_processing.mode',
      'routing.http2.enabled',
      'secondary_ips.auto_assigned.per_subnet',
      'waf.fail_open.enabled',
      'zonal_shift.config.enabled',
    ],
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    property: 'TargetGroupAttributes',
    what: 'target groups',
    keys: [
      ...health,
      'deregistration_delay.connection_termination.enabled',
      'deregistration_delay.timeout_seconds',
      'lambda.multi_value_headers.enabled',
      'load_balancing.algorithm.anomaly_mitigation',
      'load_balancing.algorithm.type',
      'load_balancing.cross_zone.enabled',
      'preserve_client_ip.enabled',
      'proxy_protocol_v2.enabled',
      'slow_start.duration_seconds',
      'stickiness.app_cookie.cookie_name',
      'stickiness.app_cookie.duration_seconds',
      'stickiness.enabled',
      'stickiness.lb_cookie.duration_seconds',
      'stickiness.type',
      'target_failover.on_deregistration',
      'target_failover.on_unhealthy',
      'target_health_state.unhealthy.connection_termination.enabled',
      'target_health_state.unhealthy.draining_interval_seconds',
    ],
  },
};
