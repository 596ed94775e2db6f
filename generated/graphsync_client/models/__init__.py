"""Every type of Microsoft Graph's synchronization API; a class is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy

if TYPE_CHECKING:
    from .acquire_access_token_request import AcquireAccessTokenRequest as AcquireAccessTokenRequest
    from .app_role_assignment_collection_response import AppRoleAssignment as AppRoleAssignment
    from .app_role_assignment_collection_response import (
        AppRoleAssignmentCollectionResponse as AppRoleAssignmentCollectionResponse,
    )
    from .application import Application as Application
    from .application_collection_response import ApplicationCollectionResponse as ApplicationCollectionResponse
    from .application_service_principal import ApplicationServicePrincipal as ApplicationServicePrincipal
    from .application_template_collection_response import ApplicationTemplate as ApplicationTemplate
    from .application_template_collection_response import (
        ApplicationTemplateCollectionResponse as ApplicationTemplateCollectionResponse,
    )
    from .attribute_definition import AttributeDefinition as AttributeDefinition
    from .attribute_definition import AttributeDefinitionMetadataEntry as AttributeDefinitionMetadataEntry
    from .attribute_definition import ReferencedObject as ReferencedObject
    from .attribute_definition_metadata import AttributeDefinitionMetadata as AttributeDefinitionMetadata
    from .attribute_flow_behavior import AttributeFlowBehavior as AttributeFlowBehavior
    from .attribute_flow_type import AttributeFlowType as AttributeFlowType
    from .attribute_mapping_function_schema_collection_response import (
        AttributeMappingFunctionSchema as AttributeMappingFunctionSchema,
    )
    from .attribute_mapping_function_schema_collection_response import (
        AttributeMappingFunctionSchemaCollectionResponse as AttributeMappingFunctionSchemaCollectionResponse,
    )
    from .attribute_mapping_function_schema_collection_response import (
        AttributeMappingParameterSchema as AttributeMappingParameterSchema,
    )
    from .attribute_mapping_source import AttributeMappingSource as AttributeMappingSource
    from .attribute_mapping_source import (
        StringKeyAttributeMappingSourceValuePair as StringKeyAttributeMappingSourceValuePair,
    )
    from .attribute_mapping_source_type import AttributeMappingSourceType as AttributeMappingSourceType
    from .attribute_type import AttributeType as AttributeType
    from .base_collection_pagination_count_response import (
        BaseCollectionPaginationCountResponse as BaseCollectionPaginationCountResponse,
    )
    from .bulk_request import BulkRequest as BulkRequest
    from .bulk_request import BulkRequestOperation as BulkRequestOperation
    from .connectivity_parameters import ConnectivityParameters as ConnectivityParameters
    from .correlated_identity_collection_response import CorrelatedIdentity as CorrelatedIdentity
    from .correlated_identity_collection_response import (
        CorrelatedIdentityCollectionResponse as CorrelatedIdentityCollectionResponse,
    )
    from .correlated_identity_collection_response import CorrelatedIdentityError as CorrelatedIdentityError
    from .correlated_identity_collection_response import CorrelationIdentity as CorrelationIdentity
    from .correlated_identity_collection_response import CorrelationProperty as CorrelationProperty
    from .correlation_collection_response import Correlation as Correlation
    from .correlation_collection_response import CorrelationCollectionResponse as CorrelationCollectionResponse
    from .correlation_collection_response import CorrelationError as CorrelationError
    from .correlation_collection_response import CorrelationServicePrincipal as CorrelationServicePrincipal
    from .directory_definition import DirectoryDefinition as DirectoryDefinition
    from .directory_definition_collection_response import (
        DirectoryDefinitionCollectionResponse as DirectoryDefinitionCollectionResponse,
    )
    from .directory_definition_discoverabilities import (
        DirectoryDefinitionDiscoverabilities as DirectoryDefinitionDiscoverabilities,
    )
    from .directory_object import DirectoryObject as DirectoryObject
    from .directory_object_collection_response import (
        DirectoryObjectCollectionResponse as DirectoryObjectCollectionResponse,
    )
    from .entity import Entity as Entity
    from .filter_operator_schema_collection_response import FilterOperatorSchema as FilterOperatorSchema
    from .filter_operator_schema_collection_response import (
        FilterOperatorSchemaCollectionResponse as FilterOperatorSchemaCollectionResponse,
    )
    from .group_collection_response import Group as Group
    from .group_collection_response import GroupCollectionResponse as GroupCollectionResponse
    from .initiator_type import InitiatorType as InitiatorType
    from .instantiate_application_template_request import (
        InstantiateApplicationTemplateRequest as InstantiateApplicationTemplateRequest,
    )
    from .mutability import Mutability as Mutability
    from .object_connection import ObjectConnection as ObjectConnection
    from .object_definition import ObjectDefinition as ObjectDefinition
    from .object_definition import ObjectDefinitionMetadataEntry as ObjectDefinitionMetadataEntry
    from .object_definition_metadata import ObjectDefinitionMetadata as ObjectDefinitionMetadata
    from .object_flow_types import ObjectFlowTypes as ObjectFlowTypes
    from .object_mapping_metadata import ObjectMappingMetadata as ObjectMappingMetadata
    from .odata_error import ErrorDetails as ErrorDetails
    from .odata_error import InnerError as InnerError
    from .odata_error import MainError as MainError
    from .odata_error import ODataError as ODataError
    from .organization_collection_response import Organization as Organization
    from .organization_collection_response import OrganizationCollectionResponse as OrganizationCollectionResponse
    from .organization_collection_response import VerifiedDomain as VerifiedDomain
    from .parse_expression_request import ExpressionInputObject as ExpressionInputObject
    from .parse_expression_request import ParseExpressionRequest as ParseExpressionRequest
    from .parse_expression_request import StringKeyObjectValuePair as StringKeyObjectValuePair
    from .parse_expression_response import ParseExpressionResponse as ParseExpressionResponse
    from .parse_expression_response import PublicError as PublicError
    from .parse_expression_response import PublicErrorDetail as PublicErrorDetail
    from .parse_expression_response import PublicInnerError as PublicInnerError
    from .provision_on_demand_request import ProvisionOnDemandRequest as ProvisionOnDemandRequest
    from .provision_on_demand_request import (
        SynchronizationJobApplicationParameters as SynchronizationJobApplicationParameters,
    )
    from .provision_on_demand_request import SynchronizationJobSubject as SynchronizationJobSubject
    from .provision_on_demand_request import SynchronizationLinkedObjects as SynchronizationLinkedObjects
    from .provisioning_action import ProvisioningAction as ProvisioningAction
    from .provisioning_object_summary_collection_response import DetailsInfo as DetailsInfo
    from .provisioning_object_summary_collection_response import Identity as Identity
    from .provisioning_object_summary_collection_response import Initiator as Initiator
    from .provisioning_object_summary_collection_response import ModifiedProperty as ModifiedProperty
    from .provisioning_object_summary_collection_response import ProvisionedIdentity as ProvisionedIdentity
    from .provisioning_object_summary_collection_response import ProvisioningErrorInfo as ProvisioningErrorInfo
    from .provisioning_object_summary_collection_response import ProvisioningObjectSummary as ProvisioningObjectSummary
    from .provisioning_object_summary_collection_response import (
        ProvisioningObjectSummaryCollectionResponse as ProvisioningObjectSummaryCollectionResponse,
    )
    from .provisioning_object_summary_collection_response import (
        ProvisioningServicePrincipal as ProvisioningServicePrincipal,
    )
    from .provisioning_object_summary_collection_response import ProvisioningStatusInfo as ProvisioningStatusInfo
    from .provisioning_object_summary_collection_response import ProvisioningStep as ProvisioningStep
    from .provisioning_object_summary_collection_response import ProvisioningSystem as ProvisioningSystem
    from .provisioning_result import ProvisioningResult as ProvisioningResult
    from .provisioning_status_error_category import ProvisioningStatusErrorCategory as ProvisioningStatusErrorCategory
    from .provisioning_step_type import ProvisioningStepType as ProvisioningStepType
    from .quarantine_reason import QuarantineReason as QuarantineReason
    from .reference_create import ReferenceCreate as ReferenceCreate
    from .reference_update import ReferenceUpdate as ReferenceUpdate
    from .replace_secrets_request import ReplaceSecretsRequest as ReplaceSecretsRequest
    from .restart_job_request import RestartJobRequest as RestartJobRequest
    from .restart_job_request import SynchronizationJobRestartCriteria as SynchronizationJobRestartCriteria
    from .scope_operator_multi_valued_comparison_type import (
        ScopeOperatorMultiValuedComparisonType as ScopeOperatorMultiValuedComparisonType,
    )
    from .scope_operator_type import ScopeOperatorType as ScopeOperatorType
    from .service_principal import AppRole as AppRole
    from .service_principal import ServicePrincipal as ServicePrincipal
    from .service_principal_collection_response import (
        ServicePrincipalCollectionResponse as ServicePrincipalCollectionResponse,
    )
    from .string_key_string_value_pair import StringKeyStringValuePair as StringKeyStringValuePair
    from .synchronization import Synchronization as Synchronization
    from .synchronization_job import BulkUpload as BulkUpload
    from .synchronization_job import KeyValuePair as KeyValuePair
    from .synchronization_job import StringKeyLongValuePair as StringKeyLongValuePair
    from .synchronization_job import SynchronizationError as SynchronizationError
    from .synchronization_job import SynchronizationJob as SynchronizationJob
    from .synchronization_job import SynchronizationProgress as SynchronizationProgress
    from .synchronization_job import SynchronizationQuarantine as SynchronizationQuarantine
    from .synchronization_job import SynchronizationSchedule as SynchronizationSchedule
    from .synchronization_job import SynchronizationStatus as SynchronizationStatus
    from .synchronization_job import SynchronizationTaskExecution as SynchronizationTaskExecution
    from .synchronization_job_collection_response import (
        SynchronizationJobCollectionResponse as SynchronizationJobCollectionResponse,
    )
    from .synchronization_job_restart_scope import SynchronizationJobRestartScope as SynchronizationJobRestartScope
    from .synchronization_metadata import SynchronizationMetadata as SynchronizationMetadata
    from .synchronization_schedule_state import SynchronizationScheduleState as SynchronizationScheduleState
    from .synchronization_schema import AttributeMapping as AttributeMapping
    from .synchronization_schema import ContainerFilter as ContainerFilter
    from .synchronization_schema import Filter as Filter
    from .synchronization_schema import FilterClause as FilterClause
    from .synchronization_schema import FilterGroup as FilterGroup
    from .synchronization_schema import FilterOperand as FilterOperand
    from .synchronization_schema import GroupFilter as GroupFilter
    from .synchronization_schema import ObjectMapping as ObjectMapping
    from .synchronization_schema import ObjectMappingMetadataEntry as ObjectMappingMetadataEntry
    from .synchronization_schema import SynchronizationRule as SynchronizationRule
    from .synchronization_schema import SynchronizationSchema as SynchronizationSchema
    from .synchronization_secret import SynchronizationSecret as SynchronizationSecret
    from .synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair as SynchronizationSecretKeyStringValuePair,
    )
    from .synchronization_secret_key_string_value_pair_collection_response import (
        SynchronizationSecretKeyStringValuePairCollectionResponse as SynchronizationSecretKeyStringValuePairCollectionResponse,
    )
    from .synchronization_status_code import SynchronizationStatusCode as SynchronizationStatusCode
    from .synchronization_task_execution_result import (
        SynchronizationTaskExecutionResult as SynchronizationTaskExecutionResult,
    )
    from .synchronization_template import SynchronizationMetadataEntry as SynchronizationMetadataEntry
    from .synchronization_template import SynchronizationTemplate as SynchronizationTemplate
    from .synchronization_template_collection_response import (
        SynchronizationTemplateCollectionResponse as SynchronizationTemplateCollectionResponse,
    )
    from .user_collection_response import PasswordProfile as PasswordProfile
    from .user_collection_response import User as User
    from .user_collection_response import UserCollectionResponse as UserCollectionResponse
    from .validate_credentials_request import ValidateCredentialsRequest as ValidateCredentialsRequest

__getattr__, __dir__ = lazy(
    __name__,
    {
        "AcquireAccessTokenRequest": "acquire_access_token_request",
        "AppRole": "service_principal",
        "AppRoleAssignment": "app_role_assignment_collection_response",
        "AppRoleAssignmentCollectionResponse": "app_role_assignment_collection_response",
        "Application": "application",
        "ApplicationCollectionResponse": "application_collection_response",
        "ApplicationServicePrincipal": "application_service_principal",
        "ApplicationTemplate": "application_template_collection_response",
        "ApplicationTemplateCollectionResponse": "application_template_collection_response",
        "AttributeDefinition": "attribute_definition",
        "AttributeDefinitionMetadata": "attribute_definition_metadata",
        "AttributeDefinitionMetadataEntry": "attribute_definition",
        "AttributeFlowBehavior": "attribute_flow_behavior",
        "AttributeFlowType": "attribute_flow_type",
        "AttributeMapping": "synchronization_schema",
        "AttributeMappingFunctionSchema": "attribute_mapping_function_schema_collection_response",
        "AttributeMappingFunctionSchemaCollectionResponse": "attribute_mapping_function_schema_collection_response",
        "AttributeMappingParameterSchema": "attribute_mapping_function_schema_collection_response",
        "AttributeMappingSource": "attribute_mapping_source",
        "AttributeMappingSourceType": "attribute_mapping_source_type",
        "AttributeType": "attribute_type",
        "BaseCollectionPaginationCountResponse": "base_collection_pagination_count_response",
        "BulkRequest": "bulk_request",
        "BulkRequestOperation": "bulk_request",
        "BulkUpload": "synchronization_job",
        "ConnectivityParameters": "connectivity_parameters",
        "ContainerFilter": "synchronization_schema",
        "CorrelatedIdentity": "correlated_identity_collection_response",
        "CorrelatedIdentityCollectionResponse": "correlated_identity_collection_response",
        "CorrelatedIdentityError": "correlated_identity_collection_response",
        "Correlation": "correlation_collection_response",
        "CorrelationCollectionResponse": "correlation_collection_response",
        "CorrelationError": "correlation_collection_response",
        "CorrelationIdentity": "correlated_identity_collection_response",
        "CorrelationProperty": "correlated_identity_collection_response",
        "CorrelationServicePrincipal": "correlation_collection_response",
        "DetailsInfo": "provisioning_object_summary_collection_response",
        "DirectoryDefinition": "directory_definition",
        "DirectoryDefinitionCollectionResponse": "directory_definition_collection_response",
        "DirectoryDefinitionDiscoverabilities": "directory_definition_discoverabilities",
        "DirectoryObject": "directory_object",
        "DirectoryObjectCollectionResponse": "directory_object_collection_response",
        "Entity": "entity",
        "ErrorDetails": "odata_error",
        "ExpressionInputObject": "parse_expression_request",
        "Filter": "synchronization_schema",
        "FilterClause": "synchronization_schema",
        "FilterGroup": "synchronization_schema",
        "FilterOperand": "synchronization_schema",
        "FilterOperatorSchema": "filter_operator_schema_collection_response",
        "FilterOperatorSchemaCollectionResponse": "filter_operator_schema_collection_response",
        "Group": "group_collection_response",
        "GroupCollectionResponse": "group_collection_response",
        "GroupFilter": "synchronization_schema",
        "Identity": "provisioning_object_summary_collection_response",
        "Initiator": "provisioning_object_summary_collection_response",
        "InitiatorType": "initiator_type",
        "InnerError": "odata_error",
        "InstantiateApplicationTemplateRequest": "instantiate_application_template_request",
        "KeyValuePair": "synchronization_job",
        "MainError": "odata_error",
        "ModifiedProperty": "provisioning_object_summary_collection_response",
        "Mutability": "mutability",
        "ODataError": "odata_error",
        "ObjectConnection": "object_connection",
        "ObjectDefinition": "object_definition",
        "ObjectDefinitionMetadata": "object_definition_metadata",
        "ObjectDefinitionMetadataEntry": "object_definition",
        "ObjectFlowTypes": "object_flow_types",
        "ObjectMapping": "synchronization_schema",
        "ObjectMappingMetadata": "object_mapping_metadata",
        "ObjectMappingMetadataEntry": "synchronization_schema",
        "Organization": "organization_collection_response",
        "OrganizationCollectionResponse": "organization_collection_response",
        "ParseExpressionRequest": "parse_expression_request",
        "ParseExpressionResponse": "parse_expression_response",
        "PasswordProfile": "user_collection_response",
        "ProvisionOnDemandRequest": "provision_on_demand_request",
        "ProvisionedIdentity": "provisioning_object_summary_collection_response",
        "ProvisioningAction": "provisioning_action",
        "ProvisioningErrorInfo": "provisioning_object_summary_collection_response",
        "ProvisioningObjectSummary": "provisioning_object_summary_collection_response",
        "ProvisioningObjectSummaryCollectionResponse": "provisioning_object_summary_collection_response",
        "ProvisioningResult": "provisioning_result",
        "ProvisioningServicePrincipal": "provisioning_object_summary_collection_response",
        "ProvisioningStatusErrorCategory": "provisioning_status_error_category",
        "ProvisioningStatusInfo": "provisioning_object_summary_collection_response",
        "ProvisioningStep": "provisioning_object_summary_collection_response",
        "ProvisioningStepType": "provisioning_step_type",
        "ProvisioningSystem": "provisioning_object_summary_collection_response",
        "PublicError": "parse_expression_response",
        "PublicErrorDetail": "parse_expression_response",
        "PublicInnerError": "parse_expression_response",
        "QuarantineReason": "quarantine_reason",
        "ReferenceCreate": "reference_create",
        "ReferenceUpdate": "reference_update",
        "ReferencedObject": "attribute_definition",
        "ReplaceSecretsRequest": "replace_secrets_request",
        "RestartJobRequest": "restart_job_request",
        "ScopeOperatorMultiValuedComparisonType": "scope_operator_multi_valued_comparison_type",
        "ScopeOperatorType": "scope_operator_type",
        "ServicePrincipal": "service_principal",
        "ServicePrincipalCollectionResponse": "service_principal_collection_response",
        "StringKeyAttributeMappingSourceValuePair": "attribute_mapping_source",
        "StringKeyLongValuePair": "synchronization_job",
        "StringKeyObjectValuePair": "parse_expression_request",
        "StringKeyStringValuePair": "string_key_string_value_pair",
        "Synchronization": "synchronization",
        "SynchronizationError": "synchronization_job",
        "SynchronizationJob": "synchronization_job",
        "SynchronizationJobApplicationParameters": "provision_on_demand_request",
        "SynchronizationJobCollectionResponse": "synchronization_job_collection_response",
        "SynchronizationJobRestartCriteria": "restart_job_request",
        "SynchronizationJobRestartScope": "synchronization_job_restart_scope",
        "SynchronizationJobSubject": "provision_on_demand_request",
        "SynchronizationLinkedObjects": "provision_on_demand_request",
        "SynchronizationMetadata": "synchronization_metadata",
        "SynchronizationMetadataEntry": "synchronization_template",
        "SynchronizationProgress": "synchronization_job",
        "SynchronizationQuarantine": "synchronization_job",
        "SynchronizationRule": "synchronization_schema",
        "SynchronizationSchedule": "synchronization_job",
        "SynchronizationScheduleState": "synchronization_schedule_state",
        "SynchronizationSchema": "synchronization_schema",
        "SynchronizationSecret": "synchronization_secret",
        "SynchronizationSecretKeyStringValuePair": "synchronization_secret_key_string_value_pair",
        "SynchronizationSecretKeyStringValuePairCollectionResponse": "synchronization_secret_key_string_value_pair_collection_response",
        "SynchronizationStatus": "synchronization_job",
        "SynchronizationStatusCode": "synchronization_status_code",
        "SynchronizationTaskExecution": "synchronization_job",
        "SynchronizationTaskExecutionResult": "synchronization_task_execution_result",
        "SynchronizationTemplate": "synchronization_template",
        "SynchronizationTemplateCollectionResponse": "synchronization_template_collection_response",
        "User": "user_collection_response",
        "UserCollectionResponse": "user_collection_response",
        "ValidateCredentialsRequest": "validate_credentials_request",
        "VerifiedDomain": "organization_collection_response",
    },
)
