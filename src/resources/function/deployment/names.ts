/** The logical ids of what all deployments of a template share. */
export const applicationId = 'ServerlessDeploymentApplication';
export const serviceRoleId = 'CodeDeployServiceRole';
