/** What one stack of a program registers and exports; secrets and unknown values as the document shows them. */
export interface ExpectedStack {
  /** `package:module:Type::name`, its parents' types before it; without the stack itself and default providers. */
  resources: readonly string[];
  /** Outputs when it is deployed. Names, host names and ids follow from the program and do not change. */
  up: Readonly<Record<string, unknown>>;
  preview: Readonly<Record<string, unknown>>;
}

/** Ordinary programs that use none of our components, in `programs/`, by name and stack. */
export const expectedPrograms: Readonly<Record<string, Readonly<Record<string, ExpectedStack>>>> = {
  "press-office": {
    dev: {
      resources: [
        "azure-native:cdn:AFDEndpoint::news",
        "azure-native:cdn:AFDOrigin::pages",
        "azure-native:cdn:AFDOriginGroup::storage",
        "azure-native:cdn:Profile::edge",
        "azure-native:cdn:Route::everything",
        "azure-native:dns:RecordSet::www",
        "azure-native:dns:Zone::zone",
        "azure-native:resources:ResourceGroup::press",
        "azure-native:storage:Blob::contact.html",
        "azure-native:storage:Blob::index.html",
        "azure-native:storage:StorageAccount::pages",
        "azure-native:storage:StorageAccountStaticWebsite::site",
      ],
      up: {
        edgeUrl: "https://news45c2d67d-5409c8094a5f36cb.z01.azurefd.net/",
        name: "www.press.example.",
        storageUrl: "https://pages021c7e6b.z18.web.core.windows.net/",
        team: { team: "press" },
      },
      preview: { edgeUrl: "<unknown>", name: "<unknown>", storageUrl: "<unknown>", team: { team: "press" } },
    },
  },
  "ticket-desk": {
    dev: {
      resources: [
        "azure-native:applicationinsights:Component::insights",
        "azure-native:authorization:RoleAssignment::desk-reads-secrets",
        "azure-native:keyvault:Secret::smtp",
        "azure-native:keyvault:Vault::vault",
        "azure-native:resources:ResourceGroup::tickets",
        "azure-native:storage:Blob::desk.zip",
        "azure-native:storage:BlobContainer::packages",
        "azure-native:storage:StorageAccount::code",
        "azure-native:web:AppServicePlan::plan",
        "azure-native:web:WebApp::desk",
      ],
      up: {
        connection: "[secret]",
        key: "[secret]",
        secretUri: "https://vaultcdd598ca.vault.azure.net/secrets/smtp",
        url: "https://desk8ae3bfe7.azurewebsites.net/api/tickets",
      },
      preview: { connection: "[secret]", key: "<unknown>", secretUri: "[secret]", url: "<unknown>" },
    },
  },
  "parcel-tracking": {
    dev: {
      resources: [
        "azure-native:cosmosdb:DatabaseAccount::tracking",
        "azure-native:cosmosdb:SqlResourceSqlContainer::last-seen",
        "azure-native:cosmosdb:SqlResourceSqlDatabase::parcels",
        "azure-native:eventhub:ConsumerGroup::analytics",
        "azure-native:eventhub:EventHub::positions",
        "azure-native:eventhub:EventHubAuthorizationRule::listen",
        "azure-native:eventhub:Namespace::scans",
        "azure-native:logic:Workflow::ask",
        "azure-native:resources:ResourceGroup::parcels",
        "azure-native:streamanalytics:Input::scans",
        "azure-native:streamanalytics:Output::store",
        "azure-native:streamanalytics:StreamingJob::latest",
      ],
      up: {
        ask: "[secret]",
        collection: "parcels/last-seen",
        documents: "https://trackinge85b74ce.documents.azure.com:443/",
        send: "https://scanse1fe222f.servicebus.windows.net/positions/messages",
        store: "[secret]",
      },
      preview: {
        ask: "[secret]",
        collection: "<unknown>",
        documents: "<unknown>",
        send: "<unknown>",
        store: "[secret]",
      },
    },
  },
  fleet: {
    dev: {
      resources: [
        "azure-native:compute:VirtualMachineScaleSet::machines",
        "azure-native:monitor:AutoscaleSetting::busy",
        "azure-native:network:LoadBalancer::front",
        "azure-native:network:PublicIPAddress::address",
        "azure-native:network:VirtualNetwork::vnet",
        "azure-native:resources:ResourceGroup::fleet",
        "random:index/randomPet:RandomPet::label",
        "tls:index/privateKey:PrivateKey::key",
      ],
      up: {
        host: "bright-fox.swedencentral.cloudapp.azure.com",
        privateKey: "[secret]",
        publicKey: "ssh-ed25519",
        sameHost: true,
        subnet: "machines",
      },
      preview: {
        host: "<unknown>",
        privateKey: "[secret]",
        publicKey: "<unknown>",
        sameHost: "<unknown>",
        subnet: "<unknown>",
      },
    },
  },
  tenants: {
    dev: {
      resources: [
        "azure-native:containerservice:ManagedCluster::cluster",
        "azure-native:resources:ResourceGroup::clusters",
        "kubernetes:core/v1:Namespace$kubernetes:apps/v1:Deployment::blue",
        "kubernetes:core/v1:Namespace$kubernetes:apps/v1:Deployment::red",
        "kubernetes:core/v1:Namespace$kubernetes:core/v1:Service::blue",
        "kubernetes:core/v1:Namespace$kubernetes:core/v1:Service::red",
        "kubernetes:core/v1:Namespace::blue",
        "kubernetes:core/v1:Namespace::red",
        "kubernetes:helm.sh/v3:Release::ingress",
        "pulumi:providers:kubernetes::cluster",
      ],
      up: {
        ips: { blue: expect.stringMatching(/^20(\.\d{1,3}){3}$/), red: expect.stringMatching(/^20(\.\d{1,3}){3}$/) },
        kubeconfig: "[secret]",
        nodeGroup: "MC_clusters1c4312b4_cluster8a3f724f_swedencentral",
        released: "deployed",
        server: "[secret]",
      },
      preview: {
        ips: { blue: "<unknown>", red: "<unknown>" },
        kubeconfig: "<unknown>",
        nodeGroup: "<unknown>",
        released: "<unknown>",
        server: "<unknown>",
      },
    },
  },
  shop: {
    dev: {
      resources: [
        "azure-native:resources:ResourceGroup::corner",
        "corner:index:Shop$azure-native:containerregistry:Registry::shopimages",
        "corner:index:Shop$azure-native:redis:Redis::shop-cache",
        "corner:index:Shop$azure-native:servicebus:Namespace::shop-bus",
        "corner:index:Shop$azure-native:servicebus:Queue::shop-orders",
        "corner:index:Shop$azure-native:sql:Database::shop-stock",
        "corner:index:Shop$azure-native:sql:FirewallRule::shop-azure",
        "corner:index:Shop$azure-native:sql:Server::shop-sql",
        "corner:index:Shop$azure-native:web:AppServicePlan::shop-plan",
        "corner:index:Shop$azure-native:web:WebApp::shop",
        "corner:index:Shop$random:index/randomPassword:RandomPassword::shop-sql",
        "corner:index:Shop::shop",
      ],
      up: {
        cache: "[secret]",
        database: "[secret]",
        orders: "shop-orders",
        url: "https://shopebf81253.azurewebsites.net",
      },
      preview: { cache: "<unknown>", database: "[secret]", orders: "<unknown>", url: "<unknown>" },
    },
  },
  crossroads: {
    hub: {
      resources: [
        "azure-native:apimanagement:ApiManagementService::gateway",
        "azure-native:apimanagement:Product::everything",
        "azure-native:apimanagement:Subscription::spoke",
        "azure-native:network:VirtualNetwork::hub",
        "azure-native:privatedns:PrivateZone::inside",
        "azure-native:resources:ResourceGroup::hub",
      ],
      up: {
        group: "hub9b156b86",
        key: "[secret]",
        url: "https://gatewayf30db773.azure-api.net",
        vnetId:
          "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hub9b156b86/providers/Microsoft.Network/virtualNetworks/hubc592c63f",
        zone: "inside.example",
      },
      preview: { group: "<unknown>", key: "<unknown>", url: "<unknown>", vnetId: "<unknown>", zone: "<unknown>" },
    },
    spoke: {
      resources: [
        "azure-native:network:VirtualNetwork::spoke",
        "azure-native:network:VirtualNetworkPeering::to-hub",
        "azure-native:privatedns:VirtualNetworkLink::inside",
        "azure-native:resources:ResourceGroup::spoke",
      ],
      up: {
        api: "https://gatewayf30db773.azure-api.net/parcels",
        key: "[secret]",
        vnetId:
          "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/spoke09d5655c/providers/Microsoft.Network/virtualNetworks/spoke5a2239dc",
      },
      preview: { api: "https://gatewayf30db773.azure-api.net/parcels", key: "[secret]", vnetId: "<unknown>" },
    },
  },
  "night-jobs": {
    dev: {
      resources: [
        "azure-native:authorization:RoleAssignment::jobs-read-secrets",
        "azure-native:containerinstance:ContainerGroup::invoices",
        "azure-native:containerinstance:ContainerGroup::stock",
        "azure-native:managedidentity:UserAssignedIdentity::jobs",
        "azure-native:operationalinsights:Workspace::log",
        "azure-native:resources:ResourceGroup::night",
        "azure-native:storage:FileShare::reports",
        "azure-native:storage:StorageAccount::drive",
      ],
      up: {
        files: "https://drivee4670ebc.file.core.windows.net/",
        hosts: ["night-invoices.swedencentral.azurecontainer.io", "night-stock.swedencentral.azurecontainer.io"],
        identity: "fb3c7f7c-e43b-4dc7-84da-901a31231496",
        sameTenant: true,
        vault: "https://shared-secrets.vault.azure.net/",
      },
      preview: {
        files: "<unknown>",
        hosts: "<unknown>",
        identity: "<unknown>",
        sameTenant: true,
        vault: "https://shared-secrets.vault.azure.net/",
      },
    },
  },
};
