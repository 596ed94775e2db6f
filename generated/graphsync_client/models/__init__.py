"""Every type of the synchronization API; a class is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy

if TYPE_CHECKING:
    from .acquire_access_token_request import AcquireAccessTokenRequest as AcquireAccessTokenRequest
    from .application import Application as Application
    from .application_collection_response import ApplicationCollectionResponse as ApplicationCollectionResponse
    from .application_service_principal import ApplicationServicePrincipal as ApplicationServicePrincipal
    from .application_template import ApplicationTemplate as ApplicationTemplate
    from .application_template_collection_response import (
        ApplicationTemplateCollectionResponse as ApplicationTemplateCollectionResponse,
    )
    from .attribute_definition import AttributeDefinition as AttributeDefinition
    from .attribute_definition_metadata import AttributeDefinitionMetadata as AttributeDefinitionMetadata
    from .attribute_definition_metadata_entry import (
        AttributeDefinitionMetadataEntry as AttributeDefinitionMetadataEntry,
    )
    from .attribute_flow_behavior import AttributeFlowBehavior as AttributeFlowBehavior
    from .attribute_flow_type import AttributeFlowType as AttributeFlowType
    from .attribute_mapping import AttributeMapping as AttributeMapping
    from .attribute_mapping_function_schema import AttributeMappingFunctionSchema as AttributeMappingFunctionSchema
    from .attribute_mapping_function_schema_collection_response import (
        AttributeMappingFunctionSchemaCollectionResponse as AttributeMappingFunctionSchemaCollectionResponse,
    )
    from .attribute_mapping_parameter_schema import AttributeMappingParameterSchema as AttributeMappingParameterSchema
    from .attribute_mapping_source import AttributeMappingSource as AttributeMappingSource
    from .attribute_mapping_source_type import AttributeMappingSourceType as AttributeMappingSourceType
    from .attribute_type import AttributeType as AttributeType
    from .base_collection_pagination_count_response import (
        BaseCollectionPaginationCountResponse as BaseCollectionPaginationCountResponse,
    )
    from .bulk_request import BulkRequest as BulkRequest
    from .bulk_request_operation import BulkRequestOperation as BulkRequestOperation
    from .bulk_upload import BulkUpload as BulkUpload
    from .container_filter import ContainerFilter as ContainerFilter
    from .details_info import DetailsInfo as DetailsInfo
    from .directory_definition import DirectoryDefinition as DirectoryDefinition
    from .directory_definition_collection_response import (
        DirectoryDefinitionCollectionResponse as DirectoryDefinitionCollectionResponse,
    )
    from .directory_definition_discoverabilities import (
        DirectoryDefinitionDiscoverabilities as DirectoryDefinitionDiscoverabilities,
    )
    from .directory_object import DirectoryObject as DirectoryObject
    from .entity import Entity as Entity
    from .error_details import ErrorDetails as ErrorDetails
    from .expression_input_object import ExpressionInputObject as ExpressionInputObject
    from .filter import Filter as Filter
    from .filter_clause import FilterClause as FilterClause
    from .filter_group import FilterGroup as FilterGroup
    from .filter_operand import FilterOperand as FilterOperand
    from .filter_operator_schema import FilterOperatorSchema as FilterOperatorSchema
    from .filter_operator_schema_collection_response import (
        FilterOperatorSchemaCollectionResponse as FilterOperatorSchemaCollectionResponse,
    )
    from .group_filter import GroupFilter as GroupFilter
    from .identity import Identity as Identity
    from .initiator import Initiator as Initiator
    from .initiator_type import InitiatorType as InitiatorType
    from .inner_error import InnerError as InnerError
    from .instantiate_application_template_request import (
        InstantiateApplicationTemplateRequest as InstantiateApplicationTemplateRequest,
    )
    from .key_value_pair import KeyValuePair as KeyValuePair
    from .main_error import MainError as MainError
    from .modified_property import ModifiedProperty as ModifiedProperty
    from .mutability import Mutability as Mutability
    from .object_definition import ObjectDefinition as ObjectDefinition
    from .object_definition_metadata import ObjectDefinitionMetadata as ObjectDefinitionMetadata
    from .object_definition_metadata_entry import ObjectDefinitionMetadataEntry as ObjectDefinitionMetadataEntry
    from .object_flow_types import ObjectFlowTypes as ObjectFlowTypes
    from .object_mapping import ObjectMapping as ObjectMapping
    from .object_mapping_metadata import ObjectMappingMetadata as ObjectMappingMetadata
    from .object_mapping_metadata_entry import ObjectMappingMetadataEntry as ObjectMappingMetadataEntry
    from .odata_error import ODataError as ODataError
    from .parse_expression_request import ParseExpressionRequest as ParseExpressionRequest
    from .parse_expression_response import ParseExpressionResponse as ParseExpressionResponse
    from .provision_on_demand_request import ProvisionOnDemandRequest as ProvisionOnDemandRequest
    from .provisioned_identity import ProvisionedIdentity as ProvisionedIdentity
    from .provisioning_action import ProvisioningAction as ProvisioningAction
    from .provisioning_error_info import ProvisioningErrorInfo as ProvisioningErrorInfo
    from .provisioning_object_summary import ProvisioningObjectSummary as ProvisioningObjectSummary
    from .provisioning_object_summary_collection_response import (
        ProvisioningObjectSummaryCollectionResponse as ProvisioningObjectSummaryCollectionResponse,
    )
    from .provisioning_result import ProvisioningResult as ProvisioningResult
    from .provisioning_service_principal import ProvisioningServicePrincipal as ProvisioningServicePrincipal
    from .provisioning_status_error_category import ProvisioningStatusErrorCategory as ProvisioningStatusErrorCategory
    from .provisioning_status_info import ProvisioningStatusInfo as ProvisioningStatusInfo
    from .provisioning_step import ProvisioningStep as ProvisioningStep
    from .provisioning_step_type import ProvisioningStepType as ProvisioningStepType
    from .provisioning_system import ProvisioningSystem as ProvisioningSystem
    from .public_error import PublicError as PublicError
    from .public_error_detail import PublicErrorDetail as PublicErrorDetail
    from .public_inner_error import PublicInnerError as PublicInnerError
    from .quarantine_reason import QuarantineReason as QuarantineReason
    from .referenced_object import ReferencedObject as ReferencedObject
    from .replace_secrets_request import ReplaceSecretsRequest as ReplaceSecretsRequest
    from .restart_job_request import RestartJobRequest as RestartJobRequest
    from .scope_operator_multi_valued_comparison_type import (
        ScopeOperatorMultiValuedComparisonType as ScopeOperatorMultiValuedComparisonType,
    )
    from .scope_operator_type import ScopeOperatorType as ScopeOperatorType
    from .service_principal import ServicePrincipal as ServicePrincipal
    from .service_principal_collection_response import (
        ServicePrincipalCollectionResponse as ServicePrincipalCollectionResponse,
    )
    from .string_key_attribute_mapping_source_value_pair import (
        StringKeyAttributeMappingSourceValuePair as StringKeyAttributeMappingSourceValuePair,
    )
    from .string_key_long_value_pair import StringKeyLongValuePair as StringKeyLongValuePair
    from .string_key_object_value_pair import StringKeyObjectValuePair as StringKeyObjectValuePair
    from .string_key_string_value_pair import StringKeyStringValuePair as StringKeyStringValuePair
    from .synchronization import Synchronization as Synchronization
    from .synchronization_error import SynchronizationError as SynchronizationError
    from .synchronization_job import SynchronizationJob as SynchronizationJob
    from .synchronization_job_application_parameters import (
        SynchronizationJobApplicationParameters as SynchronizationJobApplicationParameters,
    )
    from .synchronization_job_collection_response import (
        SynchronizationJobCollectionResponse as SynchronizationJobCollectionResponse,
    )
    from .synchronization_job_restart_criteria import (
        SynchronizationJobRestartCriteria as SynchronizationJobRestartCriteria,
    )
    from .synchronization_job_restart_scope import SynchronizationJobRestartScope as SynchronizationJobRestartScope
    from .synchronization_job_subject import SynchronizationJobSubject as SynchronizationJobSubject
    from .synchronization_linked_objects import SynchronizationLinkedObjects as SynchronizationLinkedObjects
    from .synchronization_metadata import SynchronizationMetadata as SynchronizationMetadata
    from .synchronization_metadata_entry import SynchronizationMetadataEntry as SynchronizationMetadataEntry
    from .synchronization_progress import SynchronizationProgress as SynchronizationProgress
    from .synchronization_quarantine import SynchronizationQuarantine as SynchronizationQuarantine
    from .synchronization_rule import SynchronizationRule as SynchronizationRule
    from .synchronization_schedule import SynchronizationSchedule as SynchronizationSchedule
    from .synchronization_schedule_state import SynchronizationScheduleState as SynchronizationScheduleState
    from .synchronization_schema import SynchronizationSchema as SynchronizationSchema
    from .synchronization_secret import SynchronizationSecret as SynchronizationSecret
    from .synchronization_secret_key_string_value_pair import (
        SynchronizationSecretKeyStringValuePair as SynchronizationSecretKeyStringValuePair,
    )
    from .synchronization_secret_key_string_value_pair_collection_response import (
        SynchronizationSecretKeyStringValuePairCollectionResponse as SynchronizationSecretKeyStringValuePairCollectionResponse,
    )
    from .synchronization_status import SynchronizationStatus as SynchronizationStatus
    from .synchronization_status_code import SynchronizationStatusCode as SynchronizationStatusCode
    from .synchronization_task_execution import SynchronizationTaskExecution as SynchronizationTaskExecution
    from .synchronization_task_execution_result import (
        SynchronizationTaskExecutionResult as SynchronizationTaskExecutionResult,
    )
    from .synchronization_template import SynchronizationTemplate as SynchronizationTemplate
    from .synchronization_template_collection_response import (
        SynchronizationTemplateCollectionResponse as SynchronizationTemplateCollectionResponse,
    )
    from .validate_credentials_request import ValidateCredentialsRequest as ValidateCredentialsRequest

__getattr__, __dir__ = lazy(
    __name__,
    {
        "AcquireAccessTokenRequest": "acquire_access_token_request",
        "Application": "application",
        "ApplicationCollectionResponse": "application_collection_response",
        "ApplicationServicePrincipal": "application_service_principal",
        "ApplicationTemplate": "application_template",
        "ApplicationTemplateCollectionResponse": "application_template_collection_response",
        "AttributeDefinition": "attribute_definition",
        "AttributeDefinitionMetadata": "attribute_definition_metadata",
        "AttributeDefinitionMetadataEntry": "attribute_definition_metadata_entry",
        "AttributeFlowBehavior": "attribute_flow_behavior",
        "AttributeFlowType": "attribute_flow_type",
        "AttributeMapping": "attribute_mapping",
        "AttributeMappingFunctionSchema": "attribute_mapping_function_schema",
        "AttributeMappingFunctionSchemaCollectionResponse": "attribute_mapping_function_schema_collection_response",
        "AttributeMappingParameterSchema": "attribute_mapping_parameter_schema",
        "AttributeMappingSource": "attribute_mapping_source",
        "AttributeMappingSourceType": "attribute_mapping_source_type",
        "AttributeType": "attribute_type",
        "BaseCollectionPaginationCountResponse": "base_collection_pagination_count_response",
        "BulkRequest": "bulk_request",
        "BulkRequestOperation": "bulk_request_operation",
        "BulkUpload": "bulk_upload",
        "ContainerFilter": "container_filter",
        "DetailsInfo": "details_info",
        "DirectoryDefinition": "directory_definition",
        "DirectoryDefinitionCollectionResponse": "directory_definition_collection_response",
        "DirectoryDefinitionDiscoverabilities": "directory_definition_discoverabilities",
        "DirectoryObject": "directory_object",
        "Entity": "entity",
        "ErrorDetails": "error_details",
        "ExpressionInputObject": "expression_input_object",
        "Filter": "filter",
        "FilterClause": "filter_clause",
        "FilterGroup": "filter_group",
        "FilterOperand": "filter_operand",
        "FilterOperatorSchema": "filter_operator_schema",
        "FilterOperatorSchemaCollectionResponse": "filter_operator_schema_collection_response",
        "GroupFilter": "group_filter",
        "Identity": "identity",
        "Initiator": "initiator",
        "InitiatorType": "initiator_type",
        "InnerError": "inner_error",
        "InstantiateApplicationTemplateRequest": "instantiate_application_template_request",
        "KeyValuePair": "key_value_pair",
        "MainError": "main_error",
        "ModifiedProperty": "modified_property",
        "Mutability": "mutability",
        "ODataError": "odata_error",
        "ObjectDefinition": "object_definition",
        "ObjectDefinitionMetadata": "object_definition_metadata",
        "ObjectDefinitionMetadataEntry": "object_definition_metadata_entry",
        "ObjectFlowTypes": "object_flow_types",
        "ObjectMapping": "object_mapping",
        "ObjectMappingMetadata": "object_mapping_metadata",
        "ObjectMappingMetadataEntry": "object_mapping_metadata_entry",
        "ParseExpressionRequest": "parse_expression_request",
        "ParseExpressionResponse": "parse_expression_response",
        "ProvisionOnDemandRequest": "provision_on_demand_request",
        "ProvisionedIdentity": "provisioned_identity",
        "ProvisioningAction": "provisioning_action",
        "ProvisioningErrorInfo": "provisioning_error_info",
        "ProvisioningObjectSummary": "provisioning_object_summary",
        "ProvisioningObjectSummaryCollectionResponse": "provisioning_object_summary_collection_response",
        "ProvisioningResult": "provisioning_result",
        "ProvisioningServicePrincipal": "provisioning_service_principal",
        "ProvisioningStatusErrorCategory": "provisioning_status_error_category",
        "ProvisioningStatusInfo": "provisioning_status_info",
        "ProvisioningStep": "provisioning_step",
        "ProvisioningStepType": "provisioning_step_type",
        "ProvisioningSystem": "provisioning_system",
        "PublicError": "public_error",
        "PublicErrorDetail": "public_error_detail",
        "PublicInnerError": "public_inner_error",
        "QuarantineReason": "quarantine_reason",
        "ReferencedObject": "referenced_object",
        "ReplaceSecretsRequest": "replace_secrets_request",
        "RestartJobRequest": "restart_job_request",
        "ScopeOperatorMultiValuedComparisonType": "scope_operator_multi_valued_comparison_type",
        "ScopeOperatorType": "scope_operator_type",
        "ServicePrincipal": "service_principal",
        "ServicePrincipalCollectionResponse": "service_principal_collection_response",
        "StringKeyAttributeMappingSourceValuePair": "string_key_attribute_mapping_source_value_pair",
        "StringKeyLongValuePair": "string_key_long_value_pair",
        "StringKeyObjectValuePair": "string_key_object_value_pair",
        "StringKeyStringValuePair": "string_key_string_value_pair",
        "Synchronization": "synchronization",
        "SynchronizationError": "synchronization_error",
        "SynchronizationJob": "synchronization_job",
        "SynchronizationJobApplicationParameters": "synchronization_job_application_parameters",
        "SynchronizationJobCollectionResponse": "synchronization_job_collection_response",
        "SynchronizationJobRestartCriteria": "synchronization_job_restart_criteria",
        "SynchronizationJobRestartScope": "synchronization_job_restart_scope",
        "SynchronizationJobSubject": "synchronization_job_subject",
        "SynchronizationLinkedObjects": "synchronization_linked_objects",
        "SynchronizationMetadata": "synchronization_metadata",
        "SynchronizationMetadataEntry": "synchronization_metadata_entry",
        "SynchronizationProgress": "synchronization_progress",
        "SynchronizationQuarantine": "synchronization_quarantine",
        "SynchronizationRule": "synchronization_rule",
        "SynchronizationSchedule": "synchronization_schedule",
        "SynchronizationScheduleState": "synchronization_schedule_state",
        "SynchronizationSchema": "synchronization_schema",
        "SynchronizationSecret": "synchronization_secret",
        "SynchronizationSecretKeyStringValuePair": "synchronization_secret_key_string_value_pair",
        "SynchronizationSecretKeyStringValuePairCollectionResponse": "synchronization_secret_key_string_value_pair_collection_response",
        "SynchronizationStatus": "synchronization_status",
        "SynchronizationStatusCode": "synchronization_status_code",
        "SynchronizationTaskExecution": "synchronization_task_execution",
        "SynchronizationTaskExecutionResult": "synchronization_task_execution_result",
        "SynchronizationTemplate": "synchronization_template",
        "SynchronizationTemplateCollectionResponse": "synchronization_template_collection_response",
        "ValidateCredentialsRequest": "validate_credentials_request",
    },
)
